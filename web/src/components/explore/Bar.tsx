import { type RefObject, useEffect, useRef } from "react";
import type { SearchHit } from "../../core/api/types";
import type { Explorer } from "../../core/explore/explorer";
import { describe } from "../../core/explore/words";
import { plainMath } from "../../core/math";
import { useStore } from "../../core/store";
import type { Picture } from "../../graph/mount";
import { Search } from "../Search";
import { ExportView } from "./ExportView";
import { Share } from "./Share";
import { Views } from "./Views";

/** Start with a thing when nothing is open yet, else add it to the picture. */
export function take(explorer: Explorer, hit: SearchHit): void {
  void explorer.act({ do: explorer.session.get().at === 0 ? "start" : "add", ids: [hit.id] });
}

/** Search, the steps so far, undo and redo, and what can be done with the whole view. */
export function Bar({ explorer, picture }: { explorer: Explorer; picture: RefObject<Picture | null> }) {
  const { at, frames } = useStore(explorer.session);
  const started = at > 0;
  return (
    <div className="explorer-bar">
      <Search placeholder={started ? "Add a person, paper, topic, institution" : "Search a person or a paper"} pick={(hit) => take(explorer, hit)} />
      <div className="explorer-turns" role="group" aria-label="Steps back and forth">
        <button type="button" className="icon-button" aria-label="Undo" title="Undo (Ctrl+Z)" disabled={at === 0} onClick={() => explorer.jump(at - 1)}>
          <Turn />
        </button>
        <button type="button" className="icon-button" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" disabled={at === frames.length} onClick={() => explorer.jump(at + 1)}>
          <Turn forth />
        </button>
      </div>
      <Trail explorer={explorer} />
      <div className="explorer-whole">
        <Views explorer={explorer} />
        {started && <ExportView explorer={explorer} picture={picture} />}
        {started && <Share explorer={explorer} />}
      </div>
    </div>
  );
}

function Turn({ forth = false }: { forth?: boolean }) {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round">
      <g transform={forth ? "matrix(-1 0 0 1 20 0)" : undefined}>
        <path d="M7 4.5L3.5 8 7 11.5" />
        <path d="M3.5 8H12a4.5 4.5 0 0 1 0 9H9" />
      </g>
    </svg>
  );
}

/** The steps in order; each leads back to the view after it, and those undone wait in grey. */
function Trail({ explorer }: { explorer: Explorer }) {
  const { frames, at, doing } = useStore(explorer.session);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const now = list.current?.children[Math.max(0, at - 1)];
    if (list.current && now instanceof HTMLElement) list.current.scrollTo({ left: now.offsetLeft - list.current.clientWidth / 2 });
  }, [at, frames.length, doing]);
  const name = (id: string): string => plainMath(explorer.label(id));
  return (
    <ol ref={list} className="trail" aria-label="Steps of this view">
      {frames.map((frame, i) => (
        <li key={i}>
          <button type="button" className="trail-step" aria-current={i + 1 === at ? "step" : undefined} data-undone={i >= at ? "" : undefined} title={frame.says || undefined} onClick={() => explorer.jump(i + 1)} dir="auto">
            {describe(frame.step, name)}
          </button>
        </li>
      ))}
      {doing && <li className="trail-doing">{describe(doing, name)}…</li>}
    </ol>
  );
}
