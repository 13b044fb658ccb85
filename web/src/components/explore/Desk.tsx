import { useEffect, useRef, useState } from "react";
import type { Explorer } from "../../core/explore/explorer";
import { useStore } from "../../core/store";
import type { Picture } from "../../graph/mount";
import type { Step } from "../graph/Panel";
import { Bar } from "./Bar";
import { Center, type Face } from "./Center";
import { folded } from "./Fold";
import { Foot } from "./Foot";
import { Inspector } from "./Inspector";
import { List } from "./List";
import { Notices } from "./Notices";
import { type Sheet, Sheets } from "./Sheets";
import { Welcome } from "./Welcome";

/** The three parts of the explorer, in step: list, picture, details; above them the steps, below them years and looks. */
export function Desk({ explorer, again }: { explorer: Explorer; again: () => void }) {
  const { at, doing, failed } = useStore(explorer.session);
  const away = useStore(folded);
  const picture = useRef<Picture | null>(null);
  const [face, setFace] = useState<Face>("picture");
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [drawn, setDrawn] = useState<"drawing" | "drawn" | "undrawable">("drawing");
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => turnBack(event, explorer);
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [explorer]);
  const step: Step = failed ? "failed" : at === 0 ? (doing ? "asking" : "waiting") : drawn;
  const toggle = (wanted: Sheet): void => setSheet(sheet === wanted ? null : wanted);
  return (
    <div className="explorer" data-state={step} data-sheet={sheet ?? undefined} data-doing={doing ? "" : undefined}>
      <h1 className="hidden">Explorer</h1>
      <Bar explorer={explorer} picture={picture} />
      <Notices explorer={explorer} />
      {at === 0 && !doing && !failed ? (
        <Welcome explorer={explorer} />
      ) : (
        <>
          <div className="explorer-parts" data-away={away.join(" ") || undefined}>
            <section className="explorer-list" aria-label="What is in the picture">
              <List explorer={explorer} />
            </section>
            <Center explorer={explorer} step={step} face={face} onFace={setFace} picture={picture} onStep={setDrawn} again={again} />
            <section className="explorer-details" aria-label="Details of what is selected">
              <Inspector explorer={explorer} />
            </section>
            <Foot explorer={explorer} />
          </div>
          <Sheets explorer={explorer} open={sheet} toggle={toggle} close={() => setSheet(null)} />
        </>
      )}
      <p className="hidden" role="status">
        <Says explorer={explorer} />
      </p>
    </div>
  );
}

function Says({ explorer }: { explorer: Explorer }) {
  return useStore(explorer.session).says;
}

const writing = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=range]), textarea");

/** Ctrl+Z takes a step back, Ctrl+Shift+Z and Ctrl+Y take it again; inside a field they stay the field's. */
function turnBack(event: KeyboardEvent, explorer: Explorer): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || writing(event.target)) return;
  const key = event.key.toLowerCase();
  const by = key === "y" || (key === "z" && event.shiftKey) ? 1 : key === "z" ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  explorer.jump(explorer.session.get().at + by);
}
