import type { Kind, Neighbours, Slice, SliceEdge, SliceNode } from "../api/types";
import { arrive, gapFor } from "./arrival";
import { separate } from "./place";
import { OPEN, passes, ROOM, sift } from "./sift";
import { type Cursors, type GraphEdge, type GraphNode, type GraphState, type Growth, KINDS, type Point } from "./types";

export * from "./types";
export { OPEN, ROOM, sift } from "./sift";

export type Producer = (state: GraphState) => GraphState;

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

/** With so few nodes they stand where they do by chance: then the middle of all is the middle of the drawing. */
const FEW = 16;

/** The seeded positions, stretched per axis to the extent of the drawing around its middle, then freed of overlap. */
function spread(nodes: GraphNode[]): Map<string, GraphNode> {
  const [fx, fy] = (["x", "y"] as const).map((axis) => Math.min(2, extentFor(nodes.length) / Math.max(0.01, ...nodes.map((n) => Math.abs(n[axis]))))) as [number, number];
  const spots = separate(nodes.map((n) => ({ id: n.id, x: n.x * fx, y: n.y * fy, fixed: n.center })), gapFor(nodes.length));
  const [dx, dy] = nodes.length > FEW ? [0, 0] : (["x", "y"] as const).map((axis) => (Math.min(...spots.map((s) => s[axis])) + Math.max(...spots.map((s) => s[axis]))) / 2) as [number, number];
  return new Map(nodes.map((node, i) => [node.id, { ...node, x: spots[i]!.x - dx, y: spots[i]!.y - dy }]));
}

/** A picture of nothing, and all that is not said by a slice. */
export const EMPTY: GraphState = {
  center: [],
  nodes: new Map(),
  edges: new Map(),
  total: {},
  rule: "",
  hidden: new Set(),
  selected: null,
  marked: new Set(),
  hovered: null,
  hoveredEdge: null,
  cursors: new Map(),
  grown: [],
  look: { colour: "kind", size: "own" },
  pinned: new Map(),
  frozen: false,
  filter: OPEN,
  away: new Set(),
  only: null,
  room: ROOM,
  out: new Set(),
  grouped: new Set(),
};

/** The state that a slice opens with. */
export function fromSlice(slice: Slice): GraphState {
  return {
    ...EMPTY,
    center: slice.center,
    nodes: spread(ranked(slice.nodes)),
    edges: byKey(slice.edges),
    total: slice.total,
    rule: slice.rule,
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
    return sift({ ...state, hidden, selected });
  };

/** Mark exactly these nodes. */
export const mark =
  (ids: Iterable<string>): Producer =>
  (state) => {
    const marked = new Set([...ids].filter((id) => state.nodes.has(id)));
    return marked.size === state.marked.size && [...marked].every((id) => state.marked.has(id)) ? state : sift({ ...state, marked });
  };

/** Mark one more node, or no longer. */
export const toggleMark =
  (id: string): Producer =>
  (state) =>
    mark(state.marked.has(id) ? [...state.marked].filter((other) => other !== id) : [...state.marked, id])(state);

/** A place as an address writes it, so that what is opened from one stands exactly where it stood. */
const written = ({ x, y }: Point): Point => ({ x: Number(x.toFixed(3)), y: Number(y.toFixed(3)) });

/** Put a node somewhere and keep it there. */
export const pin =
  (id: string, where: Point): Producer =>
  (state) => {
    const at = written(where);
    return state.nodes.has(id) ? sift({ ...moveAll([[id, at]])(state), pinned: new Map(state.pinned).set(id, at) }) : state;
  };

/** One step back from what is chosen: the edge in the light, then the selection, then the marks. */
export const stepBack: Producer = (state) => {
  if (state.hoveredEdge) return hoverEdge(null)(state);
  return state.selected ? select(null)(state) : mark([])(state);
};

/** Let the layout move a node again. */
export const unpin =
  (id: string): Producer =>
  (state) => {
    const pinned = new Map(state.pinned);
    return pinned.delete(id) ? sift({ ...state, pinned }) : state;
  };

/** Move nodes, as a layout does. */
export const moveAll =
  (places: Iterable<readonly [string, Point]>): Producer =>
  (state) => {
    const nodes = new Map(state.nodes);
    for (const [id, { x, y }] of places) {
      const node = nodes.get(id);
      if (node) nodes.set(id, { ...node, x, y });
    }
    return { ...state, nodes };
  };

export const freeze =
  (frozen: boolean): Producer =>
  (state) =>
    state.frozen === frozen ? state : { ...state, frozen };

/** Change a part of what colour and size stand for. */
export const lookAt =
  (part: Partial<GraphState["look"]>): Producer =>
  (state) => ({ ...state, look: { ...state.look, ...part } });

/** Change a part of the filter. */
export const narrow =
  (part: Partial<GraphState["filter"]>): Producer =>
  (state) =>
    sift({ ...state, filter: { ...state.filter, ...part } });

/** Add the next neighbours of a node around it. What is placed stays placed. */
export const expand =
  (id: string, answer: Neighbours): Producer =>
  (state) => {
    const at = state.nodes.get(id);
    if (!at || !answer.kind) return state;
    const fresh = answer.nodes.filter((node) => !state.nodes.has(node.id));
    const nodes = joined(state, fresh, arrive(state.nodes, fresh, answer.edges, { at }), id);
    const known = answer.edges.filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
    const cursors = new Map(state.cursors).set(id, { ...state.cursors.get(id), [answer.kind]: answer.next });
    const hidden = new Set(state.hidden);
    hidden.delete(answer.kind);
    return sift({ ...state, nodes, edges: new Map([...state.edges, ...byKey(known)]), cursors, hidden, only: widened(state, answer.nodes) });
  };

/** What a node came by that was added for itself. */
const ALONE = "";

/** Add nodes that belong to no expansion, each near what it is linked to, or where `hints` says; and edges among all. */
export const insert =
  (fresh: SliceNode[], edges: SliceEdge[], hints: ReadonlyMap<string, Point> = new Map()): Producer =>
  (state) => {
    const added = fresh.filter((node) => !state.nodes.has(node.id));
    const nodes = joined(state, added, arrive(state.nodes, added, edges, { hints }), ALONE);
    const known = edges.filter((edge) => nodes.has(edge.source) && nodes.has(edge.target));
    const away = new Set([...state.away].filter((id) => !fresh.some((node) => node.id === id)));
    return sift({ ...state, nodes, edges: new Map([...state.edges, ...byKey(known)]), away, only: widened(state, fresh) });
  };

/** What comes anew is in, also while only some are shown. */
const widened = (state: GraphState, fresh: SliceNode[]): GraphState["only"] => state.only && new Set([...state.only, ...fresh.map((node) => node.id)]);

/** The nodes with new ones at their places, last in rank. */
function joined(state: GraphState, fresh: SliceNode[], places: Point[], by: string): Map<string, GraphNode> {
  const nodes = new Map(state.nodes);
  fresh.forEach((node, i) => nodes.set(node.id, { ...node, ...places[i]!, center: false, rank: state.nodes.size + i, by }));
  return nodes;
}

/** Take nodes out for good, with their edges. */
export const drop =
  (ids: ReadonlySet<string>): Producer =>
  (state) => {
    const stays = (id: string): boolean => !ids.has(id);
    const keep = <T>(items: ReadonlyMap<string, T>): Map<string, T> => new Map([...items].filter(([id]) => stays(id)));
    const edges = new Map([...state.edges].filter(([, edge]) => stays(edge.source) && stays(edge.target)));
    const selected = state.selected && ids.has(state.selected) ? null : state.selected;
    return sift({ ...state, nodes: keep(state.nodes), edges, cursors: keep(state.cursors), pinned: keep(state.pinned), marked: new Set([...state.marked].filter(stays)), selected });
  };

/** Hide nodes one by one; they stay known. */
export const putAway =
  (ids: Iterable<string>): Producer =>
  (state) =>
    sift({ ...state, away: new Set([...state.away, ...ids]) });

/** Show only these nodes and their neighbours. */
export const onlyAround =
  (ids: string[]): Producer =>
  (state) => {
    const near = ids.flatMap((id) => [id, ...neighbours(state, id)]);
    return keepOnly(near.filter((id) => !isHidden(state, id)))(state);
  };

/** Show only these nodes. */
export const keepOnly =
  (ids: string[]): Producer =>
  (state) =>
    sift({ ...state, only: new Set(ids.filter((id) => state.nodes.has(id))) });

/** Show again all that was put away or left out one by one. */
export const showAll: Producer = (state) => (state.away.size === 0 && !state.only ? state : sift({ ...state, away: new Set(), only: null }));

export const setRoom =
  (room: number): Producer =>
  (state) =>
    sift({ ...state, room });

/** Remember an expansion. */
export const grew =
  (growth: Growth): Producer =>
  (state) => ({ ...state, grown: [...state.grown, growth] });

// Questions

export function isHidden(state: GraphState, id: string): boolean {
  const node = state.nodes.get(id);
  return !node || state.out.has(id) || (!node.center && state.hidden.has(node.kind));
}

/** Whether an edge is not shown: one of its ends is not, or the filter holds it back. */
export const isEdgeHidden = (state: GraphState, edge: GraphEdge): boolean => !passes(state.filter, edge) || isHidden(state, edge.source) || isHidden(state, edge.target);

/** Ids of the nodes that share a visible edge with `id`. */
export function neighbours(state: GraphState, id: string): Set<string> {
  const out = new Set<string>();
  for (const edge of state.edges.values()) {
    const other = edge.source === id ? edge.target : edge.target === id ? edge.source : null;
    if (other && !isHidden(state, other) && passes(state.filter, edge)) out.add(other);
  }
  return out;
}

/** Nodes in the picture beside the centre, by kind, hidden ones included. */
export function held(state: GraphState): Record<Kind, number> {
  const out: Record<Kind, number> = { Person: 0, Paper: 0, Topic: 0, Institution: 0 };
  for (const node of state.nodes.values()) if (!node.center) out[node.kind] += 1;
  return out;
}

/** Of these, what belongs to the neighbourhood of the centre: it did not come by another node, nor one by one. */
export function shown(state: GraphState): Record<Kind, number> {
  const out: Record<Kind, number> = { Person: 0, Paper: 0, Topic: 0, Institution: 0 };
  for (const node of state.nodes.values()) if (!node.center && (node.by === undefined || state.center.includes(node.by))) out[node.kind] += 1;
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

/** An edge of which the data set can name the papers: of a person with another, or with an institution. */
export const rests = (edge: SliceEdge): boolean => edge.kind === "COAUTHORED" || edge.kind === "AFFILIATED_WITH";

/** How many nodes of each kind share an edge with `id`, hidden kinds included. */
export function degrees(state: GraphState, id: string): Record<Kind, number> {
  const near = neighbours({ ...state, hidden: new Set(), out: new Set() }, id);
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
