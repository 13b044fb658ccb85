import { address, posted } from "../api/client";
import type { Kind, Neighbours, Paths, Slice, SliceEdge, SliceNode } from "../api/types";
import { noun, plural } from "../format";
import { drop, EMPTY, expand, freeze, fromSlice, grew, type GraphState, insert, keepOnly, KINDS, lookAt, mark, moveAll, narrow, onlyAround, pin, type Point, putAway, setRoom, showAll, sift, unpin } from "../graph";
import { planOf } from "../../graph/plan";
import { segment } from "../route";
import type { Step } from "./types";

/** What a step led to: the picture after it, and a sentence for the reader where there is something to say. */
export interface Outcome {
  state: GraphState;
  says: string;
}

/** A step under way: it gives its questions one by one, and takes the answers. So it is pure, and plays anywhere. */
export type Run = Generator<string, Outcome, unknown>;

/** Why a step could not be done, in a sentence; the picture stays as it was. */
export class Impossible extends Error {}

/** Pages that one expansion turns at most when what they hold is in the picture already. */
const PAGES = 8;
/** Ids that one question for edges may have, and seeds that one question for a slice may have. */
const IDS = 1000;
const SEEDS = 20;

/** Before a plan that is to be laid out: the one question that is not for the server. */
export const LAYOUT = "layout ";

function* answer<T>(question: string): Generator<string, T, unknown> {
  return (yield question) as T;
}

/** Path of the question for a node's neighbours. */
export const neighboursPath = (id: string): string => `nodes/${segment(id)}/neighbours`;

/** The question for chains of co-authors between two people. */
export function pathsQuestion(from: string, to: string, via: string[], not: string[], k: number): string {
  const query = new URLSearchParams([["from", from], ["k", String(k)], ["to", to], ...not.map((id) => ["exclude", id]), ...via.map((id) => ["via", id])]);
  return `api/paths?${query}`;
}

/** Do a step to a picture. */
export function* perform(state: GraphState, step: Step): Run {
  switch (step.do) {
    case "start":
      return yield* start(step.ids, step.budget);
    case "add":
      return yield* add(state, step.ids);
    case "expand":
      return yield* grow(state, step.id, step.kind, step.count);
    case "path":
      return yield* path(state, step.from, step.to, step.via, step.not);
    case "tidy":
      return yield* tidy(state);
    default:
      return { state: settle(state, step), says: "" };
  }
}

/** The steps that ask nothing. */
function settle(state: GraphState, step: Exclude<Step, { do: "start" | "add" | "expand" | "path" | "tidy" }>): GraphState {
  switch (step.do) {
    case "collapse":
      return collapse(state, step.id);
    case "hide":
      return putAway(step.ids)(state);
    case "only":
      return onlyAround(step.ids)(state);
    case "keep":
      return keepOnly(step.ids)(state);
    case "show":
      return showAll(state);
    case "pin":
      return pin(step.id, { x: step.x, y: step.y })(state);
    case "unpin":
      return unpin(step.id)(state);
    case "kinds":
      return sift({ ...state, hidden: new Set(KINDS.filter((kind) => !step.kinds.includes(kind))) });
    case "years":
      return narrow({ from: step.from, to: step.to })(state);
    case "topic":
      return narrow({ topic: step.id })(state);
    case "institution":
      return narrow({ institution: step.id })(state);
    case "weight":
      return narrow({ weight: step.papers })(state);
    case "colour":
      return lookAt({ colour: step.by })(state);
    case "size":
      return lookAt({ size: step.by })(state);
    case "freeze":
      return freeze(step.on)(state);
    case "mark":
      return mark(step.ids)(state);
    case "room":
      return setRoom(step.nodes)(state);
  }
}

function* start(ids: string[], budget?: number): Run {
  const slice = yield* answer<Slice>(posted("slice", { seeds: ids, ...(budget ? { budget } : {}) }));
  return { state: fromSlice(slice), says: `${plural(slice.nodes.length, "node")} and ${plural(slice.edges.length, "edge")}.` };
}

/** The nodes of some ids, as a slice has them. */
function* nodesOf(ids: string[]): Generator<string, SliceNode[], unknown> {
  const found: SliceNode[] = [];
  for (let at = 0; at < ids.length; at += SEEDS) {
    const seeds = ids.slice(at, at + SEEDS);
    const slice = yield* answer<Slice>(posted("slice", { seeds, budget: seeds.length }));
    found.push(...slice.nodes.map((node) => ({ ...node, joint: null, weight: null })));
  }
  return found;
}

/** All edges among what is in the picture and what comes. */
function* edgesAmong(state: GraphState, fresh: SliceNode[]): Generator<string, SliceEdge[], unknown> {
  const ids = [...new Set([...fresh.map((node) => node.id), ...state.nodes.keys()])].slice(0, IDS);
  return (yield* answer<{ edges: SliceEdge[] }>(posted("edges", { ids }))).edges;
}

function* add(state: GraphState, ids: string[], hints?: ReadonlyMap<string, Point>): Run {
  const missing = ids.filter((id) => !state.nodes.has(id));
  const fresh: SliceNode[] = [];
  // One by one where a kind may be any: only people and papers can be asked for together.
  for (const each of hints ? [missing] : missing.map((id) => [id])) fresh.push(...(yield* nodesOf(each)));
  const edges = fresh.length > 0 ? yield* edgesAmong(state, fresh) : [];
  const here = ids.filter((id) => state.nodes.has(id)).map((id) => state.nodes.get(id)!);
  const next = insert([...fresh, ...here], edges, hints)(state.nodes.size > 0 ? state : EMPTY);
  return { state: next, says: fresh.length > 0 ? `Added ${fresh.map((node) => node.label).slice(0, 3).join(", ")}${fresh.length > 3 ? ` and ${fresh.length - 3} more` : ""}.` : "It is in the picture." };
}

/** The next neighbours of a kind around a node, and the edges among all that is in the picture then. */
function* grow(state: GraphState, id: string, kind: Kind, count: number): Run {
  if (!state.nodes.has(id)) throw new Impossible("The node to expand is not in the picture.");
  let next = state;
  let seen = 0;
  for (let page = 0; page < PAGES; page++) {
    const after = next.cursors.get(id)?.[kind];
    const limit = count - (next.nodes.size - state.nodes.size);
    if (after === null || limit <= 0) break;
    const found = yield* answer<Neighbours>(address(neighboursPath(id), { kind, after, limit }));
    next = expand(id, found)(next);
    seen += found.nodes.length;
  }
  const fresh = [...next.nodes.values()].filter((node) => !state.nodes.has(node.id));
  if (fresh.length > 0) next = insert([], yield* edgesAmong(state, fresh))(next);
  const here = seen - fresh.length;
  const rest = here > 0 ? `; ${here} ${here === 1 ? "was" : "were"} already here` : "";
  return { state: grew({ id, kind, count })(next), says: `Added ${fresh.length} ${noun(kind, fresh.length)}${rest}.` };
}

/** Lay out anew all that is shown but what is pinned. */
function* tidy(state: GraphState): Run {
  if (state.frozen) throw new Impossible("The picture is frozen; unfreeze it to tidy it up.");
  const plan = planOf(state);
  const places = yield* answer<[string, Point][]>(`${LAYOUT}${JSON.stringify(plan)}`);
  const fixed = plan.nodes.filter((node) => node.fixed).map(({ id, x, y }): [string, Point] => [id, { x, y }]);
  return { state: moveAll([...fixed, ...places])(state), says: `Tidied up ${plural(places.length, "node")}.` };
}

/** Take out what came by expanding a node, and what came by that in turn. */
function collapse(state: GraphState, id: string): GraphState {
  const gone = new Set<string>();
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const node of state.nodes.values()) {
      const stays = node.center || state.pinned.has(node.id) || state.marked.has(node.id);
      if (node.by !== undefined && !stays && (node.by === id || gone.has(node.by))) gone.add(node.id);
    }
  }
  const cursors = new Map(state.cursors);
  cursors.delete(id);
  return drop(gone)({ ...state, cursors, grown: state.grown.filter((growth) => growth.id !== id && !gone.has(growth.id)) });
}

/** The shortest chain of co-authors between two people, with the papers of each step, marked. */
function* path(state: GraphState, from: string, to: string, via: string[], not: string[]): Run {
  const found = yield* answer<Paths>(pathsQuestion(from, to, via, not, 1));
  const chain = found.items[0];
  if (!chain) throw new Impossible(found.reason ?? "No chain of co-authors joins these two people.");
  const ids = [...chain.people, ...chain.hops.flatMap((hop) => hop.papers)].map((ref) => ref.id);
  const done = yield* add(state, ids, between(state, chain.people.map((ref) => ref.id)));
  const steps = chain.hops.length;
  return { state: mark(ids)(done.state), says: `${plural(steps, "step")} from ${found.source.label} to ${found.target.label}.` };
}

/** Places for the people of a chain that are not in the picture yet: on a bow between its ends. */
function between(state: GraphState, people: string[]): Map<string, Point> {
  const ends = [people[0], people.at(-1)].map((id) => (id ? state.nodes.get(id) : undefined));
  const [a, b] = [ends[0] ?? { x: -0.9, y: 0.2 }, ends[1] ?? { x: 0.9, y: 0.2 }];
  const places = people.map((id, i): [string, Point] => {
    const t = people.length > 1 ? i / (people.length - 1) : 0;
    const bow = 0.25 * Math.sin(Math.PI * t);
    return [id, { x: a.x + (b.x - a.x) * t + (b.y - a.y) * bow, y: a.y + (b.y - a.y) * t - (b.x - a.x) * bow }];
  });
  return new Map(places.filter(([id]) => !state.nodes.has(id)));
}

/** Play a step to its end: `ask` answers its questions. Gives what came of it and all that was asked, in order. */
export async function play(state: GraphState, step: Step, ask: (question: string) => Promise<unknown>): Promise<Outcome & { asked: string[] }> {
  const run = perform(state, step);
  const asked: string[] = [];
  let turn = run.next();
  while (!turn.done) {
    asked.push(turn.value);
    turn = run.next(await ask(turn.value));
  }
  return { ...turn.value, asked };
}
