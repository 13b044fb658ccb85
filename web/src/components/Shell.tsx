import { lazy, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { account } from "../core/account";
import { useResource } from "../core/api/resource";
import type { ConsoleTerms } from "../core/api/types";
import { theme, toggleTheme } from "../core/theme";
import { reach } from "../core/reach";
import { pageKey, route } from "../core/route";
import { usePart, useStore } from "../core/store";
import { opened } from "../core/title";
import { AccountEntry } from "./account/Entry";
import { Boundary, Later } from "./Boundary";
import { ReadingButton } from "./reading/Button";
import { Link } from "./To";
import { Search } from "./Search";

function ThemeButton() {
  const now = useStore(theme);
  const label = now === "dark" ? "Use light colours" : "Use dark colours";
  return (
    <button type="button" className="icon-button" onClick={toggleTheme} aria-label={label} title={label}>
      <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
        {now === "dark" ? (
          <>
            <circle cx="12" cy="12" r="4.2" />
            <path d="M12 3v1.8M12 19.2V21M3 12h1.8M19.2 12H21M5.6 5.6l1.3 1.3M17.1 17.1l1.3 1.3M5.6 18.4l1.3-1.3M17.1 6.9l1.3-1.3" />
          </>
        ) : (
          <path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z" strokeLinejoin="round" />
        )}
      </svg>
    </button>
  );
}

/** The way to the console, for those who may use it; a phone has it on the start page. */
function ToConsole() {
  const terms = useResource<ConsoleTerms>("api/console");
  if (!terms.data?.allowed) return null;
  return (
    <Link path="console" className="topbar-link">
      Console
    </Link>
  );
}

const DeskEntry = lazy(() => import("./desk/Entry"));

/** The way to the moderators' desk, for them. */
function ToDesk() {
  const moderates = usePart(account, (now) => now?.user?.role === "moderator");
  return (
    moderates && (
      <Later instead={null}>
        <DeskEntry />
      </Later>
    )
  );
}

function Mark() {
  return (
    <svg className="mark" width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M9 9l7 7 8-6M16 16l-5 8M16 16l7 7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="16" cy="16" r="5" />
      <circle cx="8" cy="8" r="3" />
      <circle cx="25" cy="9" r="3" />
      <circle cx="10" cy="25" r="3" />
      <circle cx="24" cy="24" r="3" />
    </svg>
  );
}

/** A new page begins at its heading also for the keyboard and for screen readers; until that is there, at the page. */
function useArrival(main: RefObject<HTMLElement | null>, now: string): void {
  const there = useStore(opened);
  const arrived = useRef(now);
  useEffect(() => {
    if (now === arrived.current) return;
    const heading = there?.page === now ? main.current?.querySelector("h1") : null;
    if (heading) {
      heading.tabIndex = -1;
      arrived.current = now;
    }
    (heading ?? main.current)?.focus({ preventScroll: true });
  }, [main, now, there]);
}

const LOST = {
  offline: "You are offline. What is open stays usable, and so do pages that were opened before; the search and what is new wait for the network.",
  unreachable: "The server does not answer. What is open stays usable, and so do pages that were opened before; the search and what is new wait for it.",
};

/** What still works while no answer can be had; empty otherwise. */
function Offline() {
  const now = useStore(reach);
  return (
    <div role="status" className="offline">
      {now !== "ok" && <p>{LOST[now]}</p>}
    </div>
  );
}

/** The frame of every page: mark, search, theme; then the page, which may be as wide as the window. */
export function Shell({ children, search = true, wide = false }: { children: ReactNode; search?: boolean; wide?: boolean }) {
  const main = useRef<HTMLElement>(null);
  const page = pageKey(useStore(route));
  useArrival(main, page);
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      <header className="topbar">
        <div className="topbar-in">
          <Link path="" className="wordmark">
            <Mark />
            <span className="wordmark-text">BZPEER</span>
          </Link>
          <div className="topbar-search">{search && <Search />}</div>
          <div className="topbar-tools">
            <ToConsole />
            <ToDesk />
            <ReadingButton />
            <ThemeButton />
            <AccountEntry />
          </div>
        </div>
      </header>
      <Offline />
      <main ref={main} tabIndex={-1} className={wide ? "page-wide" : "page"}>
        <Boundary of={page}>{children}</Boundary>
      </main>
    </>
  );
}
