import type { GraphNode, GraphState } from "../core/graph";
import { tie } from "./widths";

const LEAST = 6;
const MOST = 18;

/** Radius of a node by the measure of its kind: people by joint works, papers by citations, topics and institutions by works. */
function ownRadius(node: GraphNode): number {
  if (node.center) return 17;
  if (node.kind === "Person") return 8.5 + Math.min(4.5, Math.sqrt(node.joint ?? 0) * 1.1);
  if (node.kind === "Paper") return 7.5 + Math.min(5, Math.sqrt(node.citations_graph ?? 0) * 1.3);
  return 8.5 + Math.min(3, Math.log10(1 + (node.works ?? 0)));
}

const strengths = new WeakMap<GraphState["edges"], Map<string, number>>();

/** Strength of the ties of each node in the picture: joint papers summed over co-authors, and 1 for every other edge. */
function strengthsOf(state: GraphState): Map<string, number> {
  const known = strengths.get(state.edges);
  if (known) return known;
  const sums = new Map<string, number>();
  for (const edge of state.edges.values()) for (const id of [edge.source, edge.target]) sums.set(id, (sums.get(id) ?? 0) + tie(edge));
  strengths.set(state.edges, sums);
  return sums;
}

/** What the size of a node stands for; null where it is not known. */
export function measureOf(state: GraphState, node: GraphNode): number | null {
  switch (state.look.size) {
    case "own":
      return null;
    case "works":
      return node.works;
    case "citations":
      return node.citations_graph;
    case "weight":
      return strengthsOf(state).get(node.id) ?? 0;
  }
}

const largest = new WeakMap<GraphState["nodes"], Map<string, number>>();

/** The largest measure in the picture, at least 1. */
export function largestOf(state: GraphState): number {
  const known = largest.get(state.nodes) ?? new Map<string, number>();
  largest.set(state.nodes, known);
  const key = state.look.size;
  const value = known.get(key) ?? Math.max(1, ...[...state.nodes.values()].map((node) => measureOf(state, node) ?? 0));
  known.set(key, value);
  return value;
}

/** Radius for a measure: the area of the sign grows with it. */
export const radiusFor = (value: number | null, most: number): number => LEAST + (MOST - LEAST) * Math.sqrt((value ?? 0) / most);

/** Radius of a node in pixels, in a drawing of full size. */
export const radius = (state: GraphState, node: GraphNode): number => (state.look.size === "own" ? ownRadius(node) : radiusFor(measureOf(state, node), largestOf(state)));
