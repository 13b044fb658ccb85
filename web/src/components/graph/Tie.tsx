import { type KeyboardEvent, lazy, useState } from "react";
import { type GraphEdge, type GraphState, rests } from "../../core/graph";
import { edgeSentence } from "../../core/graph/words";
import { Later } from "../Boundary";
import { Skeleton } from "../States";

const EdgeWorks = lazy(() => import("./EdgeWorks"));

/** The papers behind an edge, asked for when this is drawn. */
export function Works({ edge }: { edge: GraphEdge }) {
  return (
    <Later waiting={<Skeleton lines={4} />}>
      <EdgeWorks edge={edge} />
    </Later>
  );
}

/** Keys pressed inside what was opened are for what stands there, not for the rows around it. */
export const stay = (event: KeyboardEvent): void => event.stopPropagation();

/** An edge in words; one that rests on papers can be opened to which these are, and of which years. */
export function Tie({ state, edge }: { state: GraphState; edge: GraphEdge }) {
  const [open, setOpen] = useState(false);
  const says = edgeSentence(state, edge);
  if (!rests(edge)) return <p className="graph-chosen-facts">{says}</p>;
  return (
    <details className="tie-works disclosure" onKeyDown={stay} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{says}</summary>
      {open && <Works edge={edge} />}
    </details>
  );
}
