import type { Kind } from "../api/types";

const number = new Intl.NumberFormat("en");
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const list = new Intl.ListFormat("en", { type: "conjunction" });

const NOUNS: Record<Kind, [string, string]> = {
  Person: ["person", "people"],
  Paper: ["paper", "papers"],
  Topic: ["topic", "topics"],
  Institution: ["institution", "institutions"],
};

/** 12345 as "12,345". */
export const count = (value: number): string => number.format(value);

/** A number with its noun, agreeing: "1 work", "2 works". */
export const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** The noun of a kind, agreeing with a number. */
export const noun = (kind: Kind, value: number): string => NOUNS[kind][value === 1 ? 0 : 1];

/** A text with a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("en") + text.slice(1);

/** The name of a kind as a heading. */
export const kindName = (kind: Kind, value = 2): string => capital(noun(kind, value));

/** Years as "2018–2023", "2020" or an empty text. */
export function span(first: number | null | undefined, last: number | null | undefined): string {
  if (first == null && last == null) return "";
  if (first == null || last == null || first === last) return String(first ?? last);
  return `${first}–${last}`;
}

/** Whether an affiliation is still on: it has a first year and no last one. */
export const isOn = ({ first_year, last_year }: { first_year: number | null; last_year: number | null }): boolean => first_year !== null && last_year === null;

/** An ISO time as a day in words (UTC); null stays null. */
export function date(iso: string | null | undefined): string | null {
  if (!iso) return null;
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? null : day.format(time);
}

/** "a, b, and c". */
export const join = (items: string[]): string => list.format(items);

/** Up to two letters for a badge, from the first and the last word of a name; works for any script. */
export function initials(name: string): string {
  const words = name.replace(/\([^)]*\)/g, " ").split(/[\s.,]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  if (!first) return "?";
  return [first, last].map((word) => (word ? [...word][0] : "")).join("").toLocaleUpperCase("en");
}

const SCHEMES: Record<string, string> = {
  openalex: "OpenAlex",
  "openalex-concepts": "OpenAlex concepts",
  arxiv: "arXiv",
  acl: "ACL Anthology",
  orcid: "ORCID",
  doi: "DOI",
  ror: "ROR",
  arxivclass: "arXiv",
  demo: "demo set",
  csv: "own tables",
  bibtex: "own BibTeX",
};

/** A kind of work in words: "proceedings article". */
export const workType = (type: string): string => type.replaceAll("-", " ");

/** A source or scheme by the name that readers know. */
export const schemeName = (scheme: string): string => SCHEMES[scheme] ?? scheme;

/** The scheme of a topic's id by the name that readers know, with the code that arXiv's readers know: "arXiv cs.LG", "OpenAlex". */
export function schemeOf(id: string): string {
  const [scheme = "", code] = id.split(":");
  return scheme === "arxivclass" ? `${schemeName(scheme)} ${code}` : schemeName(scheme);
}

/** Names of topics; those that two have with their scheme: "Machine Learning (arXiv cs.LG)". */
export function topicNames(topics: { id: string; name: string }[]): string[] {
  return topics.map(({ id, name }) => (topics.some((other) => other.name === name && other.id !== id) ? `${name} (${schemeOf(id)})` : name));
}

const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** A country by its ISO 3166-1 code in words; what is no code stays as it is. */
export const country = (code: string): string => (/^[A-Z]{2}$/u.test(code) ? (regions.of(code) ?? code) : code);
