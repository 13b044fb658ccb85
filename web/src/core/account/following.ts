import { change, fetchJson } from "../api/client";
import type { Following } from "../api/types";
import { segment } from "../route";
import { createStore } from "../store";

/** Kinds that can be followed, as they stand in addresses. */
export type Followable = "person" | "topic" | "institution";

/** Who follows the thing on this page: how many, and whether one does oneself; null until it is answered. */
export const following = createStore<{ of: string; answer: Following | null }>({ of: "", answer: null });

/** Address of what follows a node, below /api. */
export const followPath = (kind: Followable, id: string): string => `follows/${kind}/${segment(id)}`;

/** Ask how many follow it; it changes at any time, so that every page asks anew. */
export async function askFollowing(of: string, signal: AbortSignal): Promise<void> {
  following.update((before) => (before.of === of ? before : { of, answer: null }));
  const answer = await fetchJson<Following>(`api/${of}`, signal);
  following.update(() => ({ of, answer }));
}

/** Follow it, or no more. */
export async function setFollowing(of: string, on: boolean): Promise<Following> {
  const answer = await change<Following>(on ? "POST" : "DELETE", of);
  following.update(() => ({ of, answer }));
  return answer;
}
