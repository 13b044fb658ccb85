import { address, ApiError } from "../../core/api/client";
import { ask } from "../../core/api/resource";
import type { Kind, Neighbours } from "../../core/api/types";
import { noun } from "../../core/format";
import { expand, type GraphState } from "../../core/graph";
import { segment } from "../../core/route";
import type { Store } from "../../core/store";

/** How many neighbours one press adds. */
export const STEP = 10;

/** Path of the question for a node's neighbours. */
export const neighboursPath = (id: string): string => `nodes/${segment(id)}/neighbours`;

/** Add the next neighbours of a kind to the picture; returns a sentence that says what was added, or why nothing was. */
export async function grow(store: Store<GraphState>, id: string, kind: Kind): Promise<string> {
  try {
    const after = store.get().cursors.get(id)?.[kind] ?? undefined;
    const answer = await ask<Neighbours>(address(neighboursPath(id), { kind, after, limit: STEP }));
    const before = store.get().nodes.size;
    store.update(expand(id, answer));
    const added = store.get().nodes.size - before;
    const here = answer.nodes.length - added;
    return `Added ${added} ${noun(kind, added)}${here > 0 ? `; ${here} ${here === 1 ? "was" : "were"} already here` : ""}.`;
  } catch (error) {
    return error instanceof ApiError ? error.message : "They could not be fetched.";
  }
}
