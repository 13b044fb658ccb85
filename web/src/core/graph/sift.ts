import type { Filter, GraphEdge, GraphNode, GraphState } from "./types";

/** A picture that shows all that it holds. */
export const OPEN: Filter = { from: null, to: null, topic: null, institution: null, weight: 1 };

/** Nodes that a picture draws at most before the rest is grouped. */
export const ROOM = 600;

const isOpen = ({ from, to, topic, institution, weight }: Filter): boolean => from === null && to === null && topic === null && institution === null && weight <= 1;

const inYears = (filter: Filter, first: number | null, last: number | null): boolean =>
  (filter.from === null || (last ?? first ?? -Infinity) >= filter.from) && (filter.to === null || (first ?? last ?? Infinity) <= filter.to);

/** Whether the filter lets an edge pass, whatever its ends: ties by joint papers and years. */
export function passes(filter: Filter, edge: GraphEdge): boolean {
  if (edge.kind === "COAUTHORED" && (edge.papers ?? 1) < filter.weight) return false;
  const dated = edge.kind === "COAUTHORED" || edge.kind === "AFFILIATED_WITH";
  return !dated || (edge.first_year === null && edge.last_year === null) || inYears(filter, edge.first_year, edge.last_year);
}

/** Ids that have an edge of a kind to one of `to`. */
function linked(edges: Iterable<GraphEdge>, kind: GraphEdge["kind"], to: (id: string) => boolean): Set<string> {
  const found = new Set<string>();
  for (const edge of edges) {
    if (edge.kind !== kind) continue;
    if (to(edge.target)) found.add(edge.source);
    if (to(edge.source)) found.add(edge.target);
  }
  return found;
}

/** What the filter takes out: papers by year and topic, people by ties and institution, then whatever hangs on nothing any more. */
function filtered(state: GraphState): Set<string> {
  const { filter } = state;
  const out = new Set<string>();
  if (isOpen(filter)) return out;
  const edges = [...state.edges.values()];
  const within = (kind: GraphNode["kind"], keep: (node: GraphNode) => boolean): void => {
    for (const node of state.nodes.values()) if (node.kind === kind && !node.center && !keep(node)) out.add(node.id);
  };
  const dated = filter.from !== null || filter.to !== null;
  const onTopic = filter.topic === null ? null : linked(edges, "HAS_TOPIC", (id) => id === filter.topic);
  const there = filter.institution === null ? null : linked(edges, "AFFILIATED_WITH", (id) => id === filter.institution);
  within("Paper", (node) => (!dated || (node.year !== null && inYears(filter, node.year, node.year))) && (!onTopic || onTopic.has(node.id)));
  if (there) {
    const byThem = linked(edges, "AUTHORED", (id) => there.has(id));
    within("Paper", (node) => byThem.has(node.id) && !out.has(node.id));
    within("Person", (node) => there.has(node.id));
  }
  if (onTopic) {
    const authors = linked(edges, "AUTHORED", (id) => onTopic.has(id) && !out.has(id));
    within("Person", (node) => authors.has(node.id) && !out.has(node.id));
  }
  if (filter.weight > 1) {
    const tied = linked(edges.filter((edge) => passes(filter, edge)), "COAUTHORED", () => true);
    within("Person", (node) => tied.has(node.id) && !out.has(node.id));
  }
  return loose(state, edges, out);
}

/** Add to `out` what has edges in the picture, but none left to anything that is in. */
function loose(state: GraphState, edges: GraphEdge[], out: Set<string>): Set<string> {
  const had = new Set<string>();
  const has = new Set<string>();
  for (const edge of edges) {
    const stays = passes(state.filter, edge) && !out.has(edge.source) && !out.has(edge.target);
    for (const id of [edge.source, edge.target]) (stays ? has : had).add(id);
  }
  const chosen = [state.filter.topic, state.filter.institution];
  for (const id of had) if (!has.has(id) && !state.nodes.get(id)?.center && !chosen.includes(id)) out.add(id);
  return out;
}

/** Of the nodes that are in, those beyond the room: the last in rank; never a centre, nor what is marked or pinned. */
function beyond(state: GraphState, out: Set<string>): Set<string> {
  const free = [...state.nodes.values()].filter((node) => !out.has(node.id) && !state.hidden.has(node.kind));
  if (free.length <= state.room) return new Set();
  const loose = free.filter((node) => !node.center && !state.marked.has(node.id) && !state.pinned.has(node.id)).sort((a, b) => a.rank - b.rank);
  return new Set(loose.slice(Math.max(0, state.room - (free.length - loose.length))).map((node) => node.id));
}

/** Work out anew what is kept out of the picture. */
export function sift(state: GraphState): GraphState {
  const out = filtered(state);
  for (const id of state.away) out.add(id);
  if (state.only) for (const id of state.nodes.keys()) if (!state.only.has(id)) out.add(id);
  const grouped = beyond(state, out);
  const selected = state.selected && out.has(state.selected) ? null : state.selected;
  return { ...state, selected, out: new Set([...out, ...grouped]), grouped };
}
