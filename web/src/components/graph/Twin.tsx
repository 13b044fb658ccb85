import { type KeyboardEvent, useEffect, useRef } from "react";
import { kindName, plural } from "../../core/format";
import { type GraphNode, type GraphState, isEdgeHidden, neighbours, select } from "../../core/graph";
import { nodeFacts, rows } from "../../core/graph/words";
import { type Store, useStore } from "../../core/store";
import { KindIcon } from "../KindIcon";
import { MathText } from "../MathText";
import { Tie } from "./Tie";

/** The same nodes and edges as tables; what is selected here is selected in the picture. It comes open where there is no picture. */
export function Twin({ store, open }: { store: Store<GraphState>; open: boolean }) {
  const state = useStore(store);
  const edges = [...state.edges.values()].filter((edge) => !isEdgeHidden(state, edge));
  const own = state.selected ? edges.filter((edge) => edge.source === state.selected || edge.target === state.selected) : edges;
  const nodes = rows(state);
  return (
    <details className="twin disclosure" open={open}>
      <summary>
        The same as a table: {plural(nodes.length, "node")}, {plural(edges.length, "edge")}
      </summary>
      <div className="twin-scroll">
        <Nodes store={store} state={state} nodes={nodes} />
      </div>
      <h3 className="twin-head">{state.selected ? `${plural(own.length, "edge")} of the selected node` : plural(own.length, "edge")}</h3>
      <div className="twin-scroll" tabIndex={0} role="group" aria-label="Edges">
        <ul className="twin-edges">
          {own.map((edge) => (
            <li key={edge.key}>
              <Tie state={state} edge={edge} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Nodes as a table: the arrow keys select, Escape clears. */
export function Nodes({ store, state, nodes }: { store: Store<GraphState>; state: GraphState; nodes: GraphNode[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const current = nodes.some((node) => node.id === state.selected) ? state.selected : (nodes[0]?.id ?? null);
  useEffect(() => {
    if (body.current?.contains(document.activeElement)) body.current.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [current]);
  const keys = (event: KeyboardEvent): void => {
    const at = nodes.findIndex((node) => node.id === current);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: nodes.length - 1 }[event.key];
    if (event.key === "Escape") store.update(select(null));
    else if (event.key === "Enter" || event.key === " ") store.update(select(current));
    else if (to !== undefined) store.update(select(nodes[Math.max(0, Math.min(nodes.length - 1, to))]?.id ?? null));
    else return;
    event.preventDefault();
  };
  return (
    <table className="twin-table" role="grid" aria-label="Nodes; the arrow keys select">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Kind</th>
          <th scope="col">Facts</th>
          <th scope="col" className="number">
            Links
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={keys}>
        {nodes.map((node) => (
          <tr key={node.id} tabIndex={node.id === current ? 0 : -1} aria-selected={node.id === state.selected} onClick={() => store.update(select(node.id))}>
            <th scope="row" dir="auto">
              <KindIcon kind={node.kind} /> <MathText text={node.label} />
            </th>
            <td>{kindName(node.kind, 1)}</td>
            <td>{nodeFacts(node).join(" · ")}</td>
            <td className="number">{neighbours(state, node.id).size}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
