import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import type { GraphNode, GraphState } from "../core/graph";
import { tie } from "./widths";

/** Groups of nodes that hold together more than with the rest, the largest first. */
export interface Communities {
  /** Number of the community of a node, from 0; absent for what belongs to none. */
  of: ReadonlyMap<string, number>;
  /** The node of each community that it is named after. */
  tops: readonly GraphNode[];
}

const kept = new WeakMap<GraphState["edges"], Communities>();

/** The communities of all nodes and edges of the picture, shown or not, so that a filter recolours nothing. */
export function communitiesOf(state: GraphState): Communities {
  const known = kept.get(state.edges);
  if (known) return known;
  const found = detect(state);
  kept.set(state.edges, found);
  return found;
}

/** A sequence of numbers from 0 to 1 that is always the same. */
function seeded(): () => number {
  let state = 20011;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function detect(state: GraphState): Communities {
  const whole = graphOf(state);
  const hubs = hubsOf(whole);
  const graph = whole.copy();
  for (const hub of hubs) graph.dropNode(hub);
  const raw = graph.size ? louvain(graph, { getEdgeWeight: "weight", rng: seeded() }) : {};
  const members = new Map<number, string[]>();
  for (const [id, number] of Object.entries(raw)) members.set(number, [...(members.get(number) ?? []), id]);
  const groups = [...members.values()].filter((ids) => ids.length > 1).sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  const of = new Map(groups.flatMap((ids, number) => ids.map((id) => [id, number] as const)));
  for (const hub of hubs) {
    const number = strongest(whole, hub, of);
    if (number !== undefined) of.set(hub, number);
  }
  return { of, tops: groups.map((ids) => top(state, ids)) };
}

/** All nodes in the order of their ids, so that the same picture gives the same communities however it came about. */
function graphOf(state: GraphState): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const id of [...state.nodes.keys()].sort()) graph.addNode(id);
  for (const key of [...state.edges.keys()].sort()) {
    const edge = state.edges.get(key)!;
    if (edge.source === edge.target || !graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    graph.updateEdge(edge.source, edge.target, ({ weight = 0 }) => ({ weight: (weight as number) + tie(edge) }));
  }
  return graph;
}

/** Nodes tied to more than half of the others, as the centre of an ego network is: they would tie all into one. */
const hubsOf = (graph: UndirectedGraph): string[] => (graph.order < 6 ? [] : graph.filterNodes((id) => graph.degree(id) > (graph.order - 1) / 2));

/** The community that a node has the strongest ties with. */
function strongest(graph: UndirectedGraph, id: string, of: ReadonlyMap<string, number>): number | undefined {
  const sums = new Map<number, number>();
  graph.forEachEdge(id, (_, { weight }, source, target) => {
    const number = of.get(source === id ? target : source);
    if (number !== undefined) sums.set(number, (sums.get(number) ?? 0) + (weight as number));
  });
  return [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** People before the rest, then by importance. */
function top(state: GraphState, ids: readonly string[]): GraphNode {
  const nodes = ids.map((id) => state.nodes.get(id)!);
  return nodes.sort((a, b) => Number(a.kind !== "Person") - Number(b.kind !== "Person") || a.rank - b.rank)[0]!;
}
