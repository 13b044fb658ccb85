import { change, fetchJson } from "../api/client";
import type { ConfirmedWorks, DisownedWorks } from "../api/types";
import { segment } from "../route";
import { createStore } from "../store";

/** What the owner of the record `of` has said of its works; null until it is answered. */
interface Owned {
  of: string;
  confirmed: ReadonlySet<string> | null;
  disowned: DisownedWorks["items"] | null;
  /** What was done last, for whoever only hears the page. */
  told: string;
}

export const owned = createStore<Owned>({ of: "", confirmed: null, disowned: null, told: "" });
const at = (of: string): string => `people/${segment(of)}`;
const put = (of: string, found: Partial<Owned>): void => owned.update((before) => (before.of === of ? { ...before, ...found } : { of, confirmed: null, disowned: null, told: "", ...found }));
const ids = ({ items }: ConfirmedWorks): ReadonlySet<string> => new Set(items.map(({ work }) => work.id));

export async function askConfirmed(of: string): Promise<void> {
  put(of, { confirmed: ids(await fetchJson<ConfirmedWorks>(`api/${at(of)}/confirmed`)) });
}

export async function askDisowned(of: string): Promise<void> {
  put(of, { disowned: (await fetchJson<DisownedWorks>(`api/${at(of)}/disowned`)).items });
}

/** Say that a work is one's own, or take that back. */
export async function confirmWork(of: string, work: string, on: boolean): Promise<void> {
  const answer = on ? await change<ConfirmedWorks>("POST", `${at(of)}/confirmed`, { work }) : await change<ConfirmedWorks>("DELETE", `${at(of)}/confirmed?work=${encodeURIComponent(work)}`);
  put(of, { confirmed: ids(answer) });
}

/** Say that a work is not one's own, and why. */
export async function disown(of: string, work: string, title: string, reason: string): Promise<void> {
  const { items } = await change<DisownedWorks>("POST", `${at(of)}/disowned`, { work, reason });
  put(of, { disowned: items, told: `You have disowned “${title}”: it stands under “Disowned works”, where you can take that back.` });
}

/** Take back that a work was disowned. */
export async function takeBack(of: string, work: string): Promise<void> {
  const { items } = await change<DisownedWorks>("DELETE", `${at(of)}/disowned?work=${encodeURIComponent(work)}`);
  put(of, { disowned: items });
}
