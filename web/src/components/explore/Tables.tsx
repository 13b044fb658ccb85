import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Explorer } from "../../core/explore/explorer";
import { type EdgeColumn, links, type NodeColumn, sortedEdges, sortedNodes } from "../../core/explore/rows";
import { count, kindName } from "../../core/format";
import { select, toggleMark } from "../../core/graph";
import { plainMath } from "../../core/math";
import { useStore } from "../../core/store";
import { KindIcon } from "../KindIcon";
import { MathText } from "../MathText";
import { KEYS_HELP, keys } from "./acts";
import { EdgeRow } from "./EdgeRow";

interface Order<C> {
  column: C;
  down: boolean;
}

/** The head of a column, which sorts by it; pressed again it turns the order round. */
function Head<C extends string>({ column, order, onOrder, children, number = false }: { column: C; order: Order<C>; onOrder: (order: Order<C>) => void; children: ReactNode; number?: boolean }) {
  const now = order.column === column;
  return (
    <th scope="col" className={number ? "number" : undefined} aria-sort={now ? (order.down ? "descending" : "ascending") : "none"}>
      <button type="button" className="sorter" onClick={() => onOrder({ column, down: now ? !order.down : number })}>
        {children} <span aria-hidden="true">{now ? (order.down ? "↓" : "↑") : ""}</span>
      </button>
    </th>
  );
}

/** Keep the focus on the chosen row while the arrow keys move. */
function useRowFocus(current: string | null) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (body.current?.contains(document.activeElement) && document.activeElement?.matches("tr")) body.current.querySelector<HTMLElement>("tr[tabindex='0']")?.focus();
  }, [current]);
  return body;
}

const target = (event: KeyboardEvent, at: number, last: number): number | undefined => ({ ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 12, PageUp: at - 12, Home: 0, End: last })[event.key];
const within = (to: number, last: number): number => Math.max(0, Math.min(last, to));

/** All nodes shown, sortable; every key of the list works on the chosen row. */
export function NodeTable({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const [order, setOrder] = useState<Order<NodeColumn>>({ column: "links", down: true });
  const nodes = sortedNodes(state, order.column, order.down);
  const edges = links(state);
  const current = nodes.some((node) => node.id === state.selected) ? state.selected : (nodes[0]?.id ?? null);
  const body = useRowFocus(current);
  const press = (event: KeyboardEvent): void => {
    const to = target(event, nodes.findIndex((node) => node.id === current), nodes.length - 1);
    if (to === undefined) return void keys(event, explorer, current);
    event.preventDefault();
    explorer.graph.update(select(nodes[within(to, nodes.length - 1)]?.id ?? null));
  };
  const head = { order, onOrder: setOrder };
  return (
    <div className="table-scroll">
      <table className="twin-table" role="grid" aria-label={`Nodes. The arrow keys select. ${KEYS_HELP}`}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">Marked</span>
            </th>
            <Head<NodeColumn> column="name" {...head}>Name</Head>
            <Head<NodeColumn> column="kind" {...head}>Kind</Head>
            <Head<NodeColumn> column="year" number {...head}>Year</Head>
            <Head<NodeColumn> column="works" number {...head}>Works</Head>
            <Head<NodeColumn> column="citations" number {...head}>Cited here</Head>
            <Head<NodeColumn> column="joint" number {...head}>Joint</Head>
            <Head<NodeColumn> column="links" number {...head}>Links</Head>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={press}>
          {nodes.map((node) => (
            <tr key={node.id} tabIndex={node.id === current ? 0 : -1} aria-selected={node.id === state.selected} onClick={() => explorer.graph.update(select(node.id))}>
              <td onClick={(event) => event.stopPropagation()}>
                <label className="row-mark">
                  <input type="checkbox" checked={state.marked.has(node.id)} tabIndex={-1} aria-label={`Mark ${plainMath(node.label)}`} onChange={() => explorer.graph.update(toggleMark(node.id))} />
                </label>
              </td>
              <th scope="row" dir="auto">
                <KindIcon kind={node.kind} /> <MathText text={node.label} />
              </th>
              <td>{kindName(node.kind, 1)}</td>
              <td className="number">{node.year}</td>
              <td className="number">{node.works === null ? null : count(node.works)}</td>
              <td className="number">{node.citations_graph}</td>
              <td className="number">{node.joint}</td>
              <td className="number">{edges.get(node.id) ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows drawn at once; the rest comes on demand. */
const PAGE = 300;

/** All edges shown, sortable; Enter selects the first end, Shift and Enter the second, Space opens the papers behind one. */
export function EdgeTable({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const [order, setOrder] = useState<Order<EdgeColumn>>({ column: "papers", down: true });
  const [pages, setPages] = useState(1);
  const [row, setRow] = useState(0);
  const all = sortedEdges(state, order.column, order.down);
  const edges = all.slice(0, pages * PAGE);
  const at = within(row, edges.length - 1);
  const body = useRowFocus(String(at));
  const press = (event: KeyboardEvent): void => {
    const to = target(event, at, edges.length - 1);
    const edge = edges[at];
    if (to !== undefined) setRow(within(to, edges.length - 1));
    else if (event.key === "Enter" && edge) explorer.graph.update(select(event.shiftKey ? edge.target : edge.source));
    else return;
    event.preventDefault();
  };
  const head = { order, onOrder: setOrder };
  return (
    <div className="table-scroll">
      <table className="twin-table" role="grid" aria-label="Edges. The arrow keys move, Enter selects the first end, Shift and Enter the second, Space opens the papers behind an edge.">
        <thead>
          <tr>
            <Head<EdgeColumn> column="source" {...head}>From</Head>
            <Head<EdgeColumn> column="kind" {...head}>Relation</Head>
            <Head<EdgeColumn> column="target" {...head}>To</Head>
            <Head<EdgeColumn> column="papers" number {...head}>Papers</Head>
            <Head<EdgeColumn> column="first" number {...head}>First</Head>
            <Head<EdgeColumn> column="last" number {...head}>Last</Head>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={press}>
          {edges.map((edge, i) => (
            <EdgeRow key={edge.key} explorer={explorer} state={state} edge={edge} current={i === at} onFocus={() => setRow(i)} />
          ))}
        </tbody>
      </table>
      {edges.length < all.length && (
        <p className="table-more">
          {count(edges.length)} of {count(all.length)} edges{" "}
          <button type="button" className="textbutton" onClick={() => setPages(pages + 1)}>
            Show more
          </button>
        </p>
      )}
    </div>
  );
}
