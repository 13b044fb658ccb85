import { lazy, type MouseEvent, useEffect } from "react";
import { account, askAccount, doorPath, here, unread } from "../../core/account";
import { base, go } from "../../core/route";
import { usePart, useStore } from "../../core/store";
import { Later } from "../Boundary";

const Unread = lazy(() => import("./Unread"));

/** How long a page is left alone before it is asked who is logged in: what is to be read comes first. */
const REST = 1500;

/** The way in, or to one's account. It takes the same place whoever is logged in. */
export function AccountEntry() {
  const name = usePart(account, (now) => now?.user?.name ?? null);
  const waiting = useStore(unread);
  useEffect(() => {
    const timer = setTimeout(() => askAccount().catch(() => undefined), REST); // Without an answer it is the way in.
    return () => clearTimeout(timer);
  }, []);
  const path = (): string => (name === null ? doorPath("login", here()) : "account");
  const open = (event: MouseEvent<HTMLAnchorElement>): void => {
    // The explorer changes its address as one works there: where to come back to is known now.
    event.currentTarget.href = new URL(path(), base()).href;
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(path());
  };
  const label = name === null ? "Log in" : "Your account";
  return (
    <a href={new URL(path(), base()).href} className="icon-button account-entry" data-in={name !== null} aria-label={name === null ? label : `${label}, ${name}${waiting ? `, ${waiting} unread` : ""}`} title={label} onClick={open} onAuxClick={open}>
      <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="12" cy="8.2" r="3.7" />
        <path d="M4.8 20c.5-4 3.4-6 7.2-6s6.7 2 7.2 6" />
      </svg>
      {name !== null && (
        <Later instead={null}>
          <Unread />
        </Later>
      )}
      <span className="account-entry-text" aria-hidden="true">
        {name === null ? "Log in" : "Account"}
      </span>
    </a>
  );
}
