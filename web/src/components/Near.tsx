import { type ReactNode, useEffect, useRef } from "react";
import type { AdjacentWork, Reason, Work } from "../core/api/types";
import { dismiss, dismissed, restore } from "../core/dismissed";
import { plural } from "../core/format";
import { plainMath } from "../core/math";
import { short } from "../core/reading";
import { MathText } from "./MathText";
import { PaperTitle } from "./PaperTitle";
import { To } from "./To";
import { ToRead } from "./ToRead";

/** An adjacent work with its reasons; one that is dismissed leaves a line with the way back. */
export function Near({ item, gone }: { item: AdjacentWork; gone: boolean }) {
  return <li className={gone ? "near-gone" : undefined}>{gone ? <Gone work={item.work} /> : <Shown item={item} />}</li>;
}

function Gone({ work }: { work: Work }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: the focus goes to what takes its place.
    if (document.activeElement === document.body) back.current?.focus();
  }, []);
  return (
    <p className="quiet">
      <span role="status">
        Dismissed: <MathText text={work.title ?? work.id} />
      </span>{" "}
      <button ref={back} type="button" className="textbutton" onClick={() => dismissed.update(restore(work.id))}>
        Undo<span className="hidden"> dismissing {plainMath(work.title ?? work.id)}</span>
      </button>
    </p>
  );
}

function Shown({ item }: { item: AdjacentWork }) {
  const { work, reasons } = item;
  return (
    <>
      <p className="near-title" dir="auto">
        <PaperTitle paper={work} />
      </p>
      <p className="quiet">{[short(work), work.year ?? "year not imported"].filter(Boolean).join(" · ")}</p>
      <ul className="reasons">
        {reasons.map((reason, i) => (
          <Why key={i} reason={reason} />
        ))}
      </ul>
      <div className="work-tools">
        <ToRead work={work} />
        <button type="button" className="textbutton" onClick={() => dismissed.update(dismiss(work.id))}>
          Dismiss<span className="hidden"> {plainMath(work.title ?? work.id)}</span>
        </button>
      </div>
    </>
  );
}

/** How many linking works a reason names; people and topics stand in its words already. */
const NAMED = 2;

/** A reason in words, after `lead`, with the works that link. */
export function Why({ reason, lead }: { reason: Pick<Reason, "text" | "inferred" | "through">; lead?: ReactNode }) {
  const works = reason.through.filter((link) => link.kind === "Paper");
  return (
    <li>
      {lead}
      <MathText text={reason.text} />
      {reason.inferred && (
        <span className="tag tag-inferred" title="Rests on citations that are inferred from a title or an abstract">
          inferred
        </span>
      )}
      {works.slice(0, NAMED).map((work) => (
        <span key={work.id} className="reason-work" dir="auto">
          <To kind="Paper" id={work.id}>
            <MathText text={work.label} />
          </To>
        </span>
      ))}
      {works.length > NAMED && <span className="reason-work quiet">and {plural(works.length - NAMED, "more work")}</span>}
    </li>
  );
}
