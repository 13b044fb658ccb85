import { useState } from "react";
import type { Explorer } from "../../core/explore/explorer";
import { visibleEdges } from "../../core/explore/rows";
import { count, plural } from "../../core/format";
import { type GraphEdge, type GraphNode, type GraphState, rests, select } from "../../core/graph";
import { edgeSentence, linkWords } from "../../core/graph/words";
import { plainMath } from "../../core/math";
import { Works } from "../graph/Tie";
import { KindIcon } from "../KindIcon";
import { MathText } from "../MathText";

const FIRST = 8;

/** What it is linked to in the picture, the strongest first, each in words. */
export function Links({ explorer, state, node }: { explorer: Explorer; state: GraphState; node: GraphNode }) {
  const [all, setAll] = useState(false);
  const edges = visibleEdges(state)
    .filter((edge) => edge.source === node.id || edge.target === node.id)
    .sort((a, b) => (b.papers ?? 0) - (a.papers ?? 0));
  const shown = all ? edges : edges.slice(0, FIRST);
  return (
    <>
      <h3 className="inspector-head">{plural(edges.length, "link")} in the picture</h3>
      <ul className="links">
        {shown.map((edge) => {
          const other = farEnd(edge, node.id);
          return (
            <Row key={edge.key} state={state} edge={edge} from={node.id} onSelect={() => explorer.graph.update(select(other))} />
          );
        })}
      </ul>
      {edges.length > shown.length && (
        <button type="button" className="textbutton" onClick={() => setAll(true)}>
          All {count(edges.length)}
        </button>
      )}
    </>
  );
}

const farEnd = (edge: GraphEdge, from: string): string => (edge.source === from ? edge.target : edge.source);

/** One link: its other end, which a press selects, and what ties them, which opens the papers behind it where there are any. */
function Row({ state, edge, from, onSelect }: { state: GraphState; edge: GraphEdge; from: string; onSelect: () => void }) {
  const [open, setOpen] = useState(false);
  const end = state.nodes.get(farEnd(edge, from));
  const words = linkWords(edge, from);
  return (
    <li>
      <div className="link">
        <button type="button" className="link-end" title={edgeSentence(state, edge)} onClick={onSelect}>
          <KindIcon kind={end?.kind ?? "Paper"} size={14} />
          <span dir="auto">
            <MathText text={end?.label ?? farEnd(edge, from)} />
          </span>
        </button>
        {rests(edge) ? (
          <button type="button" className="link-papers" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words}
            <span className="hidden"> with {plainMath(end?.label ?? "")}: which ones</span>
            <span className="chevron" aria-hidden="true" />
          </button>
        ) : (
          <span className="quiet">{words}</span>
        )}
      </div>
      {open && <Works edge={edge} />}
    </li>
  );
}
