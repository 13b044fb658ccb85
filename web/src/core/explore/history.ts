import { type GraphState, isHidden, KINDS, type Point } from "../graph";
import type { Step } from "./types";

/** A step that was done, with the picture after it, what it asked, and what it said. */
export interface Frame {
  step: Step;
  view: GraphState;
  asked: readonly string[];
  says: string;
}

/** The undo stack: all steps, of which the first `at` are in force. */
export interface History {
  frames: readonly Frame[];
  at: number;
}

export const NOTHING: History = { frames: [], at: 0 };

/** Steps that only set something: a second one in a row takes the place of the first. */
const SETTINGS: ReadonlySet<Step["do"]> = new Set(["kinds", "years", "topic", "institution", "weight", "colour", "size", "freeze", "mark", "room"]);

function replaces(step: Step, last: Step | undefined): boolean {
  if (!last || last.do !== step.do) return false;
  return SETTINGS.has(step.do) || (step.do === "pin" && last.do === "pin" && step.id === last.id);
}

/** The steps in force. */
export const steps = (history: History): Step[] => history.frames.slice(0, history.at).map((frame) => frame.step);

/** Take a frame in; what had been undone is forgotten, and a setting takes the place of the same one before it. */
export function record(history: History, frame: Frame): History {
  const past = history.frames.slice(0, history.at);
  if (replaces(frame.step, past.at(-1)?.step)) past.pop();
  return { frames: [...past, frame], at: past.length + 1 };
}

/** Put `at` steps in force; nothing is asked or computed for that. */
export const jump = (history: History, at: number): History => ({ ...history, at: Math.max(0, Math.min(history.frames.length, at)) });

/** The picture of a frame as it goes on from the live one: the selection stays where it can. */
export function carry(live: GraphState, view: GraphState): GraphState {
  const selected = live.selected && !isHidden(view, live.selected) ? live.selected : null;
  return { ...view, selected, hovered: null, hoveredEdge: null };
}

const added = (before: Iterable<string>, after: Iterable<string>): string[] => {
  const old = new Set(before);
  return [...after].filter((id) => !old.has(id));
};

/** The steps that say how one picture became another by hand: settings, marks, pins. */
export function changes(before: GraphState, after: GraphState): Step[] {
  const out: Step[] = [];
  if (before.hidden !== after.hidden) out.push({ do: "kinds", kinds: KINDS.filter((kind) => !after.hidden.has(kind)) });
  const [old, now] = [before.filter, after.filter];
  if (old.from !== now.from || old.to !== now.to) out.push({ do: "years", from: now.from, to: now.to });
  if (old.topic !== now.topic) out.push({ do: "topic", id: now.topic });
  if (old.institution !== now.institution) out.push({ do: "institution", id: now.institution });
  if (old.weight !== now.weight) out.push({ do: "weight", papers: now.weight });
  if (before.look.colour !== after.look.colour) out.push({ do: "colour", by: after.look.colour });
  if (before.look.size !== after.look.size) out.push({ do: "size", by: after.look.size });
  if (before.frozen !== after.frozen) out.push({ do: "freeze", on: after.frozen });
  if (before.marked !== after.marked) out.push({ do: "mark", ids: [...after.marked] });
  if (before.pinned !== after.pinned) out.push(...pins(before.pinned, after.pinned));
  return out;
}

function pins(before: ReadonlyMap<string, Point>, after: ReadonlyMap<string, Point>): Step[] {
  const gone: Step[] = added(after.keys(), before.keys()).map((id) => ({ do: "unpin", id }));
  const put: Step[] = [...after].filter(([id, at]) => before.get(id) !== at).map(([id, { x, y }]) => ({ do: "pin", id, x, y }));
  return [...gone, ...put];
}
