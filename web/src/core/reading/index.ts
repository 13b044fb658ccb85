import type { Work } from "../api/types";
import { createKept } from "../kept";

/** A work to read: what a list needs, so that it can be shown without asking. */
export interface Entry {
  id: string;
  title: string | null;
  year: number | null;
  /** The authors in short: "Ada, Grace and others". */
  by: string;
}

/** The most works that a list holds; one file of citations holds as many. */
export const MOST = 1000;

const isEntry = (item: unknown): item is Entry => typeof item === "object" && item !== null && typeof (item as Entry).id === "string" && typeof (item as Entry).by === "string";

/** The reading list of this browser, the latest work first. */
export const reading = createKept<readonly Entry[]>("bzpeer-reading", (kept) => (Array.isArray(kept) ? kept.filter(isEntry) : []));

/** The authors of a work in short. */
export function short(work: Pick<Work, "byline">): string {
  const names = work.byline.slice(0, 2).map((entry) => entry.name);
  return names.join(", ") + (work.byline.length > 2 ? " and others" : "");
}

export const entry = (work: Work): Entry => ({ id: work.id, title: work.title, year: work.year, by: short(work) });

/** Put works on the list, as many as it has room for; what is on it stays where it is. */
export const add =
  (entries: readonly Entry[]) =>
  (list: readonly Entry[]): readonly Entry[] => {
    const fresh = entries.filter((item) => !list.some((other) => other.id === item.id));
    const room = fresh.slice(0, MOST - list.length);
    return room.length === 0 ? list : [...room, ...list];
  };

/** Take works off the list. */
export const remove =
  (ids: ReadonlySet<string>) =>
  (list: readonly Entry[]): readonly Entry[] =>
    list.some((item) => ids.has(item.id)) ? list.filter((item) => !ids.has(item.id)) : list;
