import type { Kind } from "../api/types";
import { degrees, type GraphEdge, type GraphNode, type GraphState, isEdgeHidden, isHidden, KINDS, shown } from "../graph";
import { plainMath } from "../math";

/** The nodes that are shown, best first. */
export const visible = (state: GraphState): GraphNode[] => [...state.nodes.values()].filter((node) => !isHidden(state, node.id)).sort((a, b) => Number(b.center) - Number(a.center) || a.rank - b.rank);

/** The edges that are shown. */
export const visibleEdges = (state: GraphState): GraphEdge[] => [...state.edges.values()].filter((edge) => !isEdgeHidden(state, edge));

/** How many edges each shown node has to other shown ones. */
export function links(state: GraphState): Map<string, number> {
  const out = new Map<string, number>();
  for (const edge of visibleEdges(state)) for (const id of [edge.source, edge.target]) out.set(id, (out.get(id) ?? 0) + 1);
  return out;
}

/** Nodes that are there but not shown, by why. */
export interface LeftOut {
  /** Of a hidden kind. */
  kinds: number;
  /** Put away one by one, or not near what alone is shown. */
  byHand: number;
  /** Held back by years, topic, institution or ties. */
  filtered: number;
  /** Over the room of the picture, by kind. */
  grouped: Record<Kind, number>;
}

export function leftOut(state: GraphState): LeftOut {
  const out: LeftOut = { kinds: 0, byHand: 0, filtered: 0, grouped: { Person: 0, Paper: 0, Topic: 0, Institution: 0 } };
  for (const node of state.nodes.values()) {
    if (!isHidden(state, node.id)) continue;
    if (state.grouped.has(node.id)) out.grouped[node.kind] += 1;
    else if (state.away.has(node.id) || (state.only && !state.only.has(node.id))) out.byHand += 1;
    else if (state.out.has(node.id)) out.filtered += 1;
    else out.kinds += 1;
  }
  return out;
}

/** Of a node's neighbours, how many of each kind are in the picture; around the only centre that is all that came with it. */
export const here = (state: GraphState, id: string): Record<Kind, number> => (state.center.length === 1 && state.center[0] === id ? shown(state) : degrees(state, id));

/** Papers in the picture per year, every year from the first to the last. */
export function papersPerYear(state: GraphState): { year: number; papers: number }[] {
  const counts = new Map<number, number>();
  for (const node of state.nodes.values()) if (node.kind === "Paper" && node.year !== null) counts.set(node.year, (counts.get(node.year) ?? 0) + 1);
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  return Array.from({ length: Math.max(...counts.keys()) - first + 1 }, (_, i) => ({ year: first + i, papers: counts.get(first + i) ?? 0 }));
}

export type NodeColumn = "name" | "kind" | "year" | "works" | "citations" | "joint" | "links";
export type EdgeColumn = "source" | "kind" | "target" | "papers" | "first" | "last";

const text = new Intl.Collator("en", { sensitivity: "base", numeric: true });
type Value = string | number | null;

/** Rows in the order of a value; what has none comes last either way. */
function sorted<T>(items: T[], value: (item: T) => Value, down: boolean): T[] {
  const turn = down ? -1 : 1;
  return [...items].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return turn * (typeof x === "string" ? text.compare(x, String(y)) : x - Number(y));
  });
}

export function sortedNodes(state: GraphState, column: NodeColumn, down: boolean): GraphNode[] {
  const edges = links(state);
  const value: Record<NodeColumn, (node: GraphNode) => Value> = {
    name: (node) => plainMath(node.label),
    kind: (node) => KINDS.indexOf(node.kind),
    year: (node) => node.year,
    works: (node) => node.works,
    citations: (node) => node.citations_graph,
    joint: (node) => node.joint,
    links: (node) => edges.get(node.id) ?? 0,
  };
  return sorted(visible(state), value[column], down);
}

export function sortedEdges(state: GraphState, column: EdgeColumn, down: boolean): GraphEdge[] {
  const name = (id: string): string => plainMath(state.nodes.get(id)?.label ?? id);
  const value: Record<EdgeColumn, (edge: GraphEdge) => Value> = {
    source: (edge) => name(edge.source),
    kind: (edge) => edge.kind,
    target: (edge) => name(edge.target),
    papers: (edge) => edge.papers,
    first: (edge) => edge.first_year,
    last: (edge) => edge.last_year,
  };
  return sorted(visibleEdges(state), value[column], down);
}
