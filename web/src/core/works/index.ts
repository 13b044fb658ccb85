import { address, type Params } from "../api/client";
import type { Work, Works } from "../api/types";
import { count, plural } from "../format";

export type Sort = "newest" | "oldest" | "cited" | "title";

/** Which works of a person are listed, and in what order. Years are inclusive. */
export interface Filter {
  sort: Sort;
  from: number | null;
  to: number | null;
  type: string | null;
  topic: string | null;
  text: string;
}

export const ALL: Filter = { sort: "newest", from: null, to: null, type: null, topic: null, text: "" };

export const SORTS: Record<Sort, string> = { newest: "newest first", oldest: "oldest first", cited: "most cited in this graph", title: "title" };

const isSort = (text: string | null): text is Sort => text !== null && Object.hasOwn(SORTS, text);
const year = (text: string | null): number | null => (text && /^\d{1,4}$/u.test(text) ? Number(text) : null);

/** Read a filter from the query string of an address; what it does not understand it leaves out. */
export function parse(search: string): Filter {
  const query = new URLSearchParams(search);
  const sort = query.get("sort");
  return {
    sort: isSort(sort) ? sort : ALL.sort,
    from: year(query.get("from")),
    to: year(query.get("to")),
    type: query.get("type"),
    topic: query.get("topic"),
    text: query.get("text") ?? "",
  };
}

/** A filter as parameters, without what is as it always is. */
export function params(filter: Filter): Params {
  return { ...filter, sort: filter.sort === ALL.sort ? null : filter.sort, text: filter.text.trim() };
}

/** The query string that `parse` reads back: "?from=2018", or nothing. */
export const search = (filter: Filter): string => address("", params(filter)).replace("api/", "");

/** Whether a filter leaves anything out. */
export const filters = (filter: Filter): boolean => search({ ...filter, sort: ALL.sort }) !== "";

/** How many works are listed, in words that agree: "25 of 379 works shown", "1 of 47 works meets the filter". */
export function told({ total, total_unfiltered: whole }: Pick<Works, "total" | "total_unfiltered">, here: number, filtered: boolean): string {
  if (!filtered) return here < total ? `${count(here)} of ${plural(total, "work")} shown` : plural(total, "work");
  if (total === 0) return `None of ${plural(whole, "work")} meets the filter`;
  const meets = total === 1 ? "meets" : "meet";
  if (here < total) return `${count(here)} shown of ${plural(total, "work")} that ${meets} the filter, of ${count(whole)} in all`;
  return `${count(total)} of ${plural(whole, "work")} ${meets} the filter`;
}

/** The works of each year, in the order in which they come. */
export function byYear(works: readonly Work[]): [number | null, Work[]][] {
  const years = new Map<number | null, Work[]>();
  for (const work of works) {
    const before = years.get(work.year);
    if (before) before.push(work);
    else years.set(work.year, [work]);
  }
  return [...years];
}

/** A name for a file about a work: its first author and year. */
export const fileName = (work: Pick<Work, "byline" | "year">): string => [work.byline[0]?.name.split(" ").at(-1) ?? "work", work.year].filter(Boolean).join("-").toLocaleLowerCase("en");
