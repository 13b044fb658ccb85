import { ApiError } from "../api/client";
import { EMPTY, type GraphState, select } from "../graph";
import { createStore, type Store } from "../store";
import { carry, changes, type Frame, type History, jump, NOTHING, record, steps } from "./history";
import { Impossible, play } from "./perform";
import type { ReadRecipe, Recipe, Step } from "./types";
import { describe } from "./words";

/** What the explorer is at. */
export interface Session extends History {
  /** The step that is being done. */
  doing: Step | null;
  /** What was done last, or could not be, for the reader. */
  says: string;
  /** The recipe that was opened, as it was read. */
  opened: ReadRecipe | null;
  /** Steps of the recipe that were left out, each with the reason. */
  skipped: readonly string[];
  /** Why the recipe could not be opened: the server was not there. */
  failed: ApiError | null;
  /** What could not be done just now, why, and where a later try may succeed the way to it. */
  undone: Undone | null;
  /** Version of the data set that answered. */
  dataset: string | null;
}

export interface Undone {
  why: string;
  again: (() => void) | null;
}

/** An open view: its history, its picture, and what can be done to them. */
export interface Explorer {
  session: Store<Session>;
  /** The picture. What is changed by its producers is heard, and becomes a step. */
  graph: Store<GraphState>;
  /** The same for lists and tables: what the pointer is over changes nothing there, and is not told. */
  view: Store<GraphState>;
  /** Do a step; one after the other. True when it was done. */
  act(step: Step): Promise<boolean>;
  /** Put this many steps in force. */
  jump(at: number): void;
  /** Do the steps of a recipe, from nothing. */
  open(recipe: ReadRecipe): Promise<void>;
  say(text: string): void;
  /** Tell that something could not be done; `again` tries it once more. */
  miss(error: unknown, again: () => void): void;
  /** The view as it is now. */
  recipe(): Recipe;
  /** Name of a node that is, or was, in the picture; else its id. */
  label(id: string): string;
}

type Ask = (question: string) => Promise<unknown>;

const IDLE: Session = { ...NOTHING, doing: null, says: "", opened: null, skipped: [], failed: null, undone: null, dataset: null };

/** Whether a later try may succeed: the server was not there, or too busy. */
const passing = (error: unknown): error is ApiError => error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);

const sentence = (error: unknown): string => (error instanceof ApiError || error instanceof Impossible ? error.message : "This step could not be done.");

const onlyHovered = (before: GraphState, after: GraphState): boolean =>
  (Object.keys(after) as (keyof GraphState)[]).every((key) => key === "hovered" || key === "hoveredEdge" || before[key] === after[key]);

export function createExplorer(ask: Ask): Explorer {
  const session = createStore<Session>(IDLE);
  const raw = createStore<GraphState>(EMPTY);
  const still = createStore<GraphState>(EMPTY);
  raw.subscribe(() => still.update((before) => (onlyHovered(before, raw.get()) ? before : raw.get())));
  let queue: Promise<unknown> = Promise.resolve();
  let openings = 0;

  const patch = (part: Partial<Session>): void => session.update((now) => ({ ...now, ...part }));
  const keep = (frame: Frame): void => session.update((now) => ({ ...now, ...record(now, frame), says: frame.says }));
  const label = (id: string): string => {
    const views = [raw.get(), ...session.get().frames.map((frame) => frame.view)];
    return views.find((view) => view.nodes.has(id))?.nodes.get(id)?.label ?? id;
  };
  const asking: Ask = async (question) => {
    const answer = await ask(question);
    const { dataset } = answer as { dataset?: string };
    if (dataset && dataset !== session.get().dataset) patch({ dataset });
    return answer;
  };

  async function perform(step: Step): Promise<void> {
    let before: History;
    let done: Awaited<ReturnType<typeof play>>;
    do {
      // Undone or set meanwhile: played again on what is now, with answers that are kept.
      before = session.get();
      done = await play(raw.get(), step, asking);
    } while (before.frames !== session.get().frames || before.at !== session.get().at);
    const { state, says, asked } = done;
    // What the reader selected meanwhile stays; a new picture begins without.
    raw.update((live) => (step.do === "start" ? state : carry(live, state)));
    keep({ step, view: raw.get(), asked, says });
  }

  const miss = (error: unknown, again: () => void): void => {
    const why = sentence(error);
    patch({ says: why, undone: { why, again: passing(error) ? again : null } });
  };

  async function act(step: Step): Promise<boolean> {
    patch({ doing: step, undone: null });
    try {
      await perform(step);
      return true;
    } catch (error) {
      miss(error, () => void later(() => act(step)));
      return false;
    } finally {
      patch({ doing: null });
    }
  }

  async function open(recipe: ReadRecipe, mine: number): Promise<void> {
    if (mine !== openings) return;
    session.update(() => ({ ...IDLE, opened: recipe }));
    raw.update(() => EMPTY);
    for (const step of recipe.steps) {
      patch({ doing: step });
      try {
        await perform(step);
      } catch (error) {
        if (mine !== openings) return;
        if (passing(error)) return patch({ failed: error, doing: null });
        const skipped = step.do === "start" ? sentence(error) : `“${describe(step, label)}”: ${sentence(error)}`;
        session.update((now) => ({ ...now, skipped: [...now.skipped, skipped] }));
        if (step.do === "start") break; // what follows has nothing to stand on
      }
      if (mine !== openings) return;
    }
    raw.update(select(recipe.selected));
    patch({ doing: null });
  }

  const later = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };

  const graph: Store<GraphState> = {
    get: raw.get,
    subscribe: raw.subscribe,
    update(produce) {
      const before = raw.get();
      raw.update(produce);
      for (const step of changes(before, raw.get())) keep({ step, view: raw.get(), asked: [], says: `${describe(step, label)}.` });
    },
  };

  return {
    session,
    graph,
    view: { get: still.get, subscribe: still.subscribe, update: graph.update },
    act: (step) => later(() => act(step)),
    jump(at) {
      const next = jump(session.get(), at);
      const frame = next.frames[next.at - 1];
      patch({ ...next, says: frame ? `Back at: ${describe(frame.step, label)}.` : "Nothing is left to undo." });
      raw.update((live) => (frame ? carry(live, frame.view) : EMPTY));
    },
    open(recipe) {
      const mine = ++openings;
      return later(() => open(recipe, mine));
    },
    say: (says) => patch({ says, undone: null }),
    miss,
    recipe: () => ({ steps: steps(session.get()), dataset: session.get().dataset, selected: raw.get().selected }),
    label,
  };
}
