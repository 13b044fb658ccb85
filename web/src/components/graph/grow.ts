import { address, ApiError } from "../../core/api/client";
import { ask } from "../../core/api/resource";
import type { Kind, Neighbours } from "../../core/api/types";
import { noun } from "../../core/format";
import { expand, grew, type GraphState } from "../../core/graph";
import { segment } from "../../core/route";
import type { Store } from "../../core/store";

/** How many neighbours one press adds. */
export const STEP = 10;

/** Path of the question for a node's neighbours. */
export const neighboursPath = (id: string): string => `nodes/${segment(id)}/neighbours`;

/** Pages asked for by one press at most, when what they hold is in the picture already. */
const PAGES = 8;

/** Add the next neighbours of a kind to the picture; returns a sentence that says what was added, or why nothing was. */
export async function grow(store: Store<GraphState>, id: string, kind: Kind): Promise<string> {
  try {
    const before = store.get().nodes.size;
    const grown = (): number => store.get().nodes.size - before;
    let seen = 0;
    for (let page = 0; page < PAGES && grown() < STEP; page++) {
      const after = store.get().cursors.get(id)?.[kind];
      if (after === null) break;
      const answer = await ask<Neighbours>(address(neighboursPath(id), { kind, after, limit: STEP - grown() }));
      store.update(expand(id, answer));
      seen += answer.nodes.length;
    }
    store.update(grew({ id, kind, count: STEP }));
    const added = grown();
    const here = seen - added;
    return `Added ${added} ${noun(kind, added)}${here > 0 ? `; ${here} ${here === 1 ? "was" : "were"} already here` : ""}.`;
  } catch (error) {
    return error instanceof ApiError ? error.message : "They could not be fetched.";
  }
}
