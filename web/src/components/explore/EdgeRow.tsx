import { type KeyboardEvent, useRef, useState } from "react";
import type { Explorer } from "../../core/explore/explorer";
import { count } from "../../core/format";
import { type GraphEdge, type GraphState, rests, select } from "../../core/graph";
import { edgeSentence } from "../../core/graph/words";
import { plainMath } from "../../core/math";
import { stay, Works } from "../graph/Tie";
import { MathText } from "../MathText";

const RELATION = { COAUTHORED: "co-authors", AUTHORED: "author of", HAS_TOPIC: "on", CITES: "cites", AFFILIATED_WITH: "at", PART_OF: "part of" };

interface EdgeRowProps {
  explorer: Explorer;
  state: GraphState;
  edge: GraphEdge;
  /** Whether the arrow keys stand on it. */
  current: boolean;
  onFocus: () => void;
}

/** An edge as a row; below it, when it is opened, the papers on which it rests. */
export function EdgeRow({ explorer, state, edge, current, onFocus }: EdgeRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  const [open, setOpen] = useState(false);
  const says = edgeSentence(state, edge);
  const press = (event: KeyboardEvent): void => {
    if (event.target !== row.current || event.key !== " ") return;
    event.preventDefault();
    if (rests(edge)) setOpen(!open);
  };
  const leave = (event: KeyboardEvent): void => {
    stay(event);
    if (event.key !== "Escape") return;
    setOpen(false);
    row.current?.focus();
  };
  const end = (id: string) => (
    <button type="button" className="textbutton" tabIndex={-1} onClick={() => explorer.graph.update(select(id))} dir="auto">
      <MathText text={state.nodes.get(id)?.label ?? id} />
    </button>
  );
  return (
    <>
      <tr ref={row} tabIndex={current ? 0 : -1} title={says} onFocus={onFocus} onKeyDown={press} aria-selected={state.selected === edge.source || state.selected === edge.target}>
        <th scope="row">{end(edge.source)}</th>
        <td>
          {RELATION[edge.kind]}
          {edge.basis === "inferred" && " (inferred)"}
        </td>
        <td>{end(edge.target)}</td>
        <td className="number">
          {rests(edge) ? (
            <button type="button" className="edge-papers" tabIndex={-1} aria-expanded={open} aria-label={`${count(edge.papers ?? 0)}: which papers. ${plainMath(says)}`} onClick={() => setOpen(!open)}>
              {edge.papers === null ? "papers" : count(edge.papers)}
              <span className="chevron" aria-hidden="true" />
            </button>
          ) : (
            edge.papers
          )}
        </td>
        <td className="number">{edge.first_year}</td>
        <td className="number">{edge.last_year}</td>
      </tr>
      {open && (
        <tr className="edge-works" onKeyDown={leave}>
          <td colSpan={6}>
            <Works edge={edge} />
          </td>
        </tr>
      )}
    </>
  );
}
