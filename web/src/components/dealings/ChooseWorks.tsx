import { useState } from "react";
import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Works } from "../../core/api/types";
import { reading } from "../../core/reading";
import { segment } from "../../core/route";
import { useStore } from "../../core/store";
import { useRested } from "../hooks";
import { MathText } from "../MathText";

/** The most works that an invitation is about. */
const MOST = 5;
const SHOWN = 6;

export interface Chosen {
  id: string;
  title: string | null;
  year: number | null;
}

/** Which works an invitation is about: of the person's, and of the reading list of this browser. */
export function ChooseWorks({ id, chosen, choose }: { id: string; chosen: readonly Chosen[]; choose: (works: readonly Chosen[]) => void }) {
  const [text, setText] = useState("");
  const wanted = useRested(text.trim(), 250);
  const found = useResource<Works>(address(`people/${segment(id)}/works`, { text: wanted, limit: SHOWN }));
  const kept = useStore(reading).filter((each) => (each.title ?? "").toLowerCase().includes(wanted.toLowerCase()));
  const offered = [...chosen, ...(found.data?.items ?? []), ...kept.slice(0, SHOWN)];
  const works = offered.filter((each, i) => offered.findIndex((other) => other.id === each.id) === i);
  const has = (work: Chosen): boolean => chosen.some((each) => each.id === work.id);
  const turn = (work: Chosen): void => choose(has(work) ? chosen.filter((each) => each.id !== work.id) : [...chosen, { id: work.id, title: work.title, year: work.year }]);
  return (
    <details className="disclosure">
      <summary>Works that it is about{chosen.length > 0 && `: ${chosen.length}`}</summary>
      <label className="field">
        <span>Find among the works of this person and your reading list</span>
        <input type="search" value={text} maxLength={200} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => event.key === "Enter" && event.preventDefault()} />
      </label>
      <fieldset>
        <legend className="hidden">Works, up to {MOST}</legend>
        <ul className="choose-works">
          {works.map((work) => (
            <li key={work.id}>
              <label>
                <input type="checkbox" checked={has(work)} disabled={!has(work) && chosen.length >= MOST} onChange={() => turn(work)} />
                <span dir="auto">
                  <MathText text={work.title ?? "Untitled"} /> {work.year !== null && <span className="quiet">{work.year}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p role="status" className="quiet">
        {found.data && works.length === 0 ? "No work has these words in its title." : chosen.length >= MOST ? `${MOST} works are the most.` : ""}
      </p>
    </details>
  );
}
