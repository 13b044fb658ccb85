import type { Kind, Neighbours, Slice, SliceEdge, SliceNode } from "../api/types";
import { separate, spiral, type Spot } from "./place";
import { type Cursors, type GraphEdge, type GraphNode, type GraphState, KINDS } from "./types";

export * from "./types";

/** Room that a node wants around it, in half-heights of the drawing: the more nodes, the less. */
const gapFor = (nodes: number): number => Math.min(0.2, Math.max(0.1, 1.22 / Math.sqrt(nodes)));

type Producer = (state: GraphState) => GraphState;

const edgeKey = (edge: SliceEdge): string => `${edge.source}|${edge.kind}|${edge.target}`;

/** Importance of nodes: the centre, then the first of each kind in turn, so that the first labels show every kind. */
function ranked(nodes: SliceNode[], from = 0): GraphNode[] {
  const queues = new Map<Kind, SliceNode[]>(KINDS.map((kind) => [kind, nodes.filter((n) => n.kind === kind && !n.center)]));
  const out = nodes.filter((n) => n.center).map((n, i) => ({ ...n, rank: i }));
  for (let turn = 0; out.length < nodes.length; turn++) {
    for (const queue of queues.values()) {
      const node = queue[turn];
      if (node) out.push({ ...node, rank: from + out.length });
    }
  }
  return out;
}

function byKey(edges: SliceEdge[]): Map<string, GraphEdge> {
  return new Map(edges.map((edge) => [edgeKey(edge), { ...edge, key: edgeKey(edge) }]));
}

/** How far from the middle the drawing reaches, in half-heights: few nodes stand close together, many fill it. */
const extentFor = (nodes: number): number => Math.min(1, 0.34 + nodes * 0.04);

/** The seeded positions, stretched per axis to the extent of the drawing around its middle, then freed of overlap. */
function spread(nodes: GraphNode[]): Map<string, GraphNode> {
  const [fx, fy] = (["x", "y"] as const).map((axis) => Math.min(2, extentFor(nodes.length) / Math.max(0.01, ...nodes.map((n) => Math.abs(n[axis]))))) as [number, number];
  const spots = separate(nodes.map((n) => ({ id: n.id, x: n.x * fx, y: n.y * fy, fixed: n.center })), gapFor(nodes.length));
  return new Map(nodes.map((node, i) => [node.id, { ...node, x: spots[i]!.x, y: spots[i]!.y }]));
}

/** The state that a slice opens with. */
export function fromSlice(slice: Slice): GraphState {
  return {
    center: slice.center,
    nodes: spread(ranked(slice.nodes)),
    edges: byKey(slice.edges),
    total: slice.total,
    rule: slice.rule,
    hidden: new Set(),
    selected: null,
    hovered: null,
    hoveredEdge: null,
    cursors: new Map(slice.center.length === 1 ? slice.center.map((id) => [id, slice.next]) : []),
  };
}

// Producers

export const select =
  (id: string | null): Producer =>
  (state) =>
    state.selected === id || (id !== null && !state.nodes.has(id)) ? state : { ...state, selected: id };

export const hover =
  (id: string | null): Producer =>
  (state) =>
    state.hovered === id ? state : { ...state, hovered: id };

export const hoverEdge =
  (key: string | null): Producer =>
  (state) =>
    state.hoveredEdge === key ? state : { ...state, hoveredEdge: key };

/** Show or hide a kind; what is hidden is no longer selected. The centre is never hidden. */
export const toggleKind =
  (kind: Kind): Producer =>
  (state) => {
    const hidden = new Set(state.hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    const selected = state.selected && isHidden({ ...state, hidden }, state.selected) ? null : state.selected;
    return { ...state, hidden, selected };
  };

/** Add the next neighbours of a node around it. What is placed stays placed. */
export const expand =
  (id: string, answer: Neighbours): Producer =>
  (state) => {
    const at = state.nodes.get(id);
    if (!at || !answer.kind) return state;
    const fresh = answer.nodes.filter((node) => !state.nodes.has(node.id));
    const placed = placeNew(state, at, fresh);
    const nodes = new Map([...state.nodes, ...placed.map((node) => [node.id, node] as const)]);
    const known = answer.edges.filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
    const cursors = new Map(state.cursors).set(id, { ...state.cursors.get(id), [answer.kind]: answer.next });
    const hidden = new Set(state.hidden);
    hidden.delete(answer.kind);
    return { ...state, nodes, edges: new Map([...state.edges, ...byKey(known)]), cursors, hidden };
  };

function placeNew(state: GraphState, at: GraphNode, fresh: SliceNode[]): GraphNode[] {
  const spots: Spot[] = [...state.nodes.values()].map((n) => ({ id: n.id, x: n.x, y: n.y, fixed: true }));
  const gap = gapFor(state.nodes.size + fresh.length);
  const places = spiral(at, fresh.length, gap);
  const all = separate([...spots, ...fresh.map((n, i) => ({ id: n.id, ...places[i]!, fixed: false }))], gap);
  const found = new Map(all.map((spot) => [spot.id, spot]));
  return fresh.map((node, i) => {
    const { x, y } = found.get(node.id)!;
    return { ...node, center: false, x, y, rank: state.nodes.size + i };
  });
}

// Questions

export function isHidden(state: GraphState, id: string): boolean {
  const node = state.nodes.get(id);
  return !node || (!node.center && state.hidden.has(node.kind));
}

/** Ids of the nodes that share a visible edge with `id`. */
export function neighbours(state: GraphState, id: string): Set<string> {
  const out = new Set<string>();
  for (const edge of state.edges.values()) {
    const other = edge.source === id ? edge.target : edge.target === id ? edge.source : null;
    if (other && !isHidden(state, other)) out.add(other);
  }
  return out;
}

/** Nodes around the centre in the picture, by kind, hidden kinds included. */
export function shown(state: GraphState): Record<Kind, number> {
  const out: Record<Kind, number> = { Person: 0, Paper: 0, Topic: 0, Institution: 0 };
  for (const node of state.nodes.values()) if (!node.center) out[node.kind] += 1;
  return out;
}

/** Nodes that there are around the centre, by kind: what the source of the slice counted, and never less than is shown. */
export function around(state: GraphState): Record<Kind, number> {
  const out = shown(state);
  const centers = [...state.nodes.values()].filter((node) => node.center);
  for (const kind of KINDS) out[kind] = Math.max(out[kind], (state.total[kind] ?? 0) - centers.filter((node) => node.kind === kind).length);
  return out;
}

/** What an edge tells beside its width. */
export const isInferred = (edge: SliceEdge): boolean => edge.basis === "inferred";

/** How many nodes of each kind share an edge with `id`, hidden kinds included. */
export function degrees(state: GraphState, id: string): Record<Kind, number> {
  const near = neighbours({ ...state, hidden: new Set() }, id);
  const out: Record<Kind, number> = { Person: 0, Paper: 0, Topic: 0, Institution: 0 };
  for (const other of near) {
    const kind = state.nodes.get(other)?.kind;
    if (kind) out[kind] += 1;
  }
  return out;
}

/** The edges between a node and the centre, or between two nodes. */
export function edgesBetween(state: GraphState, a: string, b: string): GraphEdge[] {
  return [...state.edges.values()].filter(
    (edge) => (edge.source === a && edge.target === b) || (edge.source === b && edge.target === a),
  );
}

export type { Cursors };
