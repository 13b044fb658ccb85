import { lazy, useRef, useState } from "react";
import type { Kind, SearchHit } from "../core/api/types";
import { Later } from "./Boundary";

const Combo = lazy(() => import("./SearchCombo"));

const PLACEHOLDER = "Search people, papers, topics, institutions";

/** The search field. A plain field stands there at once; the combobox takes its place, its text and its focus when it is loaded. */
export function Search({ large = false, placeholder = PLACEHOLDER, pick, kind }: { large?: boolean; placeholder?: string; pick?: (hit: SearchHit) => void; kind?: Kind }) {
  const [early, setEarly] = useState("");
  const focused = useRef(false);
  const className = large ? "search search-large" : "search";
  return (
    <div role="search" className={className}>
      <Glass />
      <Later
        waiting={
          <input
            className="search-input"
            type="text"
            autoComplete="off"
            aria-label={placeholder}
            placeholder={placeholder}
            value={early}
            onChange={(event) => setEarly(event.target.value)}
            onFocus={() => (focused.current = true)}
            onBlur={() => (focused.current = false)}
          />
        }
        instead={<input className="search-input" type="text" disabled aria-label={placeholder} placeholder="The search could not be fetched: reload the page" />}
      >
        <Combo placeholder={placeholder} early={early} takeFocus={() => focused.current} pick={pick} kind={kind} />
      </Later>
    </div>
  );
}

function Glass() {
  return (
    <svg className="search-glass" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round">
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5L20.5 20.5" />
    </svg>
  );
}
