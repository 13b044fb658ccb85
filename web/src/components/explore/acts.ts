import type { KeyboardEvent } from "react";
import { address } from "../../core/api/client";
import { ask } from "../../core/api/resource";
import type { Kind, Neighbours } from "../../core/api/types";
import type { Explorer } from "../../core/explore/explorer";
import { neighboursPath } from "../../core/explore/perform";
import { here } from "../../core/explore/rows";
import { type GraphState, KINDS, pin, stepBack, toggleMark, unpin } from "../../core/graph";

/** How many neighbours a key, a double click or a button adds. */
export const STEP = 10;

/** The question for how many neighbours a node has, by kind. */
export const countsQuestion = (id: string): string => address(neighboursPath(id));

/** How many neighbours of a kind are left to fetch around a node. */
export function left(state: GraphState, id: string, kind: Kind, all: number): number {
  if (state.cursors.get(id)?.[kind] === null) return 0;
  return Math.max(0, all - here(state, id)[kind]);
}

/** Add the next ten around a node: people first, then papers, topics, institutions; kinds that are hidden come last. */
export async function expandNext(explorer: Explorer, id: string): Promise<void> {
  try {
    const { counts } = await ask<Neighbours>(countsQuestion(id));
    const state = explorer.graph.get();
    const order = [...KINDS].sort((a, b) => Number(state.hidden.has(a)) - Number(state.hidden.has(b)));
    const kind = order.find((each) => left(state, id, each, counts[each] ?? 0) > 0);
    if (!kind) return explorer.say(`All that is known around ${explorer.label(id)} is in the picture.`);
    await explorer.act({ do: "expand", id, kind, count: STEP });
  } catch (error) {
    explorer.miss(error, () => void expandNext(explorer, id));
  }
}

export function togglePin(explorer: Explorer, id: string): void {
  const { pinned, nodes } = explorer.graph.get();
  const node = nodes.get(id);
  if (node) explorer.graph.update(pinned.has(id) ? unpin(id) : pin(id, { x: node.x, y: node.y }));
}

/** What the keys do to a node, in the list, in the tables and in the picture. */
const KEYS: Record<string, (explorer: Explorer, id: string) => void> = {
  Enter: (explorer, id) => void expandNext(explorer, id),
  e: (explorer, id) => void expandNext(explorer, id),
  " ": (explorer, id) => explorer.graph.update(toggleMark(id)),
  m: (explorer, id) => explorer.graph.update(toggleMark(id)),
  o: (explorer, id) => void explorer.act({ do: "only", ids: [id] }),
  c: (explorer, id) => void explorer.act({ do: "collapse", id }),
  h: (explorer, id) => void explorer.act({ do: "hide", ids: [id] }),
  Delete: (explorer, id) => void explorer.act({ do: "hide", ids: [id] }),
  p: togglePin,
};

export const KEYS_HELP = "The arrow keys go from row to row, in the picture from node to node. Enter or E adds the next ten, Space or M marks, O shows only it and its neighbours, C collapses, H hides, P pins, Escape clears.";

/** Hear a key for the node `id`; true when it meant something. */
export function keys(event: KeyboardEvent, explorer: Explorer, id: string | null): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Escape") {
    explorer.graph.update(stepBack);
    return true;
  }
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || id === null) return false;
  event.preventDefault();
  act(explorer, id);
  return true;
}
