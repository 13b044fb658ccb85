import { fetchJson } from "../api/client";
import type { DeskWaiting } from "../api/types";
import { createStore } from "../store";

/** How much waits on the moderators' desk; null until it is known. */
export const waiting = createStore<DeskWaiting | null>(null);

/** Ask how much waits, as at every page that a moderator opens and after every decision. Without an answer it stays as it was. */
export async function askWaiting(signal?: AbortSignal): Promise<void> {
  try {
    const answer = await fetchJson<DeskWaiting>("api/desk", signal);
    waiting.update(() => answer);
  } catch {
    // The desk itself says why nothing can be had.
  }
}
