import { createKept } from "../kept";

/** The most ids that are remembered; the oldest are forgotten first. */
const MOST = 2000;

/** Ids of works that the reader does not want suggested again, the latest last; kept by this browser alone. */
export const dismissed = createKept<readonly string[]>("bzpeer-dismissed", (kept) => (Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : []));

export const dismiss =
  (id: string) =>
  (ids: readonly string[]): readonly string[] => [...ids.filter((other) => other !== id), id].slice(-MOST);

export const restore =
  (id: string) =>
  (ids: readonly string[]): readonly string[] =>
    ids.includes(id) ? ids.filter((other) => other !== id) : ids;
