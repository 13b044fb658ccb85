import type { GraphSchema, NamedQuery } from "../api/types";
import { parameters } from "./params";

/** Something that the editor offers at a place. */
export interface Offer {
  label: string;
  /** What it is, in a few words. */
  detail: string;
  kind: "label" | "type" | "property" | "parameter" | "keyword" | "function" | "query" | "variable";
}

export interface Offers {
  /** Where what is offered begins. */
  from: number;
  offers: Offer[];
}

const KEYWORDS = "MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY DESC SKIP LIMIT DISTINCT AS UNION ALL AND OR XOR NOT IN IS NULL STARTS ENDS CONTAINS CASE WHEN THEN ELSE END EXISTS COUNT COLLECT CALL YIELD SHORTEST EXPLAIN PROFILE true false null".split(" ");
const FUNCTIONS =
  "abs avg coalesce collect count date datetime duration exp floor head keys labels last left length log max min nodes percentileCont properties range reduce relationships replace reverse right round shortestPath size split sqrt stDev substring sum tail toFloat toInteger toLower toString toUpper trim type valueType".split(" ");

const number = new Intl.NumberFormat("en");

/** What fits before the cursor at `at`; null where nothing is offered. `asked` when the reader asked for it. */
export function offersAt(text: string, at: number, schema: GraphSchema | null, queries: readonly NamedQuery[], asked: boolean): Offers | null {
  const before = text.slice(0, at);
  const word = /[\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? "";
  const from = at - word.length;
  const sign = before.slice(0, from).trimEnd().at(-1) ?? "";
  const touching = before[from - 1] ?? "";
  if (touching === "$") return { from, offers: parameters(text.slice(0, from - 1) + text.slice(at)).map((label) => ({ label, detail: "parameter", kind: "parameter" })) };
  if (touching === ".") return { from, offers: properties(schema, labelOf(text, before.slice(0, from - 1))) };
  if (sign === ":" || sign === "|" || (sign === "&" && touching === sign)) return { from, offers: inEdge(before) ? types(schema) : labels(schema) };
  if (!word && !asked) return null;
  const first = before.slice(0, from).trim() === "";
  return { from, offers: [...(first ? named(queries) : []), ...plain(text, word)] };
}

/** Whether the bracket that is open last is that of an edge. */
function inEdge(before: string): boolean {
  return before.lastIndexOf("[") > Math.max(before.lastIndexOf("]"), before.lastIndexOf("("));
}

/** The label that a variable was given somewhere in the query: `p` of `(p:Person)`; the type for edges. */
function labelOf(text: string, before: string): string | null {
  const variable = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0];
  if (!variable) return null;
  return new RegExp(`[([]\\s*${variable}\\s*:\\s*([\\p{L}_][\\p{L}\\p{N}_]*)`, "u").exec(text)?.[1] ?? null;
}

const labels = (schema: GraphSchema | null): Offer[] => (schema?.nodes ?? []).map(({ name, number: all }) => ({ label: name, detail: number.format(all), kind: "label" }));

function types(schema: GraphSchema | null): Offer[] {
  const found = new Map<string, number>();
  for (const { name, number: all } of schema?.edges ?? []) found.set(name, (found.get(name) ?? 0) + all);
  return [...found].map(([label, all]) => ({ label, detail: number.format(all), kind: "type" }));
}

/** The properties of a label or type, or all of them with where they belong. */
function properties(schema: GraphSchema | null, of: string | null): Offer[] {
  const parts = [...(schema?.nodes ?? []), ...(schema?.edges ?? [])];
  const fitting = parts.filter((part) => part.name === of);
  const found = new Map<string, Set<string>>();
  for (const part of fitting.length > 0 ? fitting : parts) {
    for (const { name, types: kinds } of part.properties) {
      const told = found.get(name) ?? new Set();
      found.set(name, told.add(fitting.length > 0 ? kinds.join(" or ").toLowerCase() : part.name));
    }
  }
  return [...found].map(([label, told]) => ({ label, detail: [...told].slice(0, 3).join(", "), kind: "property" }));
}

const named = (queries: readonly NamedQuery[]): Offer[] => queries.map(({ name, purpose }) => ({ label: name, detail: purpose.split(/(?<=[.;:])\s/u)[0] ?? "", kind: "query" }));

function plain(text: string, word: string): Offer[] {
  const variables = new Set([...text.matchAll(/(?:[([]|\bAS\s)\s*([\p{L}_][\p{L}\p{N}_]*)/giu)].map((match) => match[1] ?? "").filter((each) => each !== word));
  return [
    ...[...variables].filter((each) => !KEYWORDS.includes(each.toUpperCase())).map((label): Offer => ({ label, detail: "variable", kind: "variable" })),
    ...KEYWORDS.map((label): Offer => ({ label, detail: "", kind: "keyword" })),
    ...FUNCTIONS.map((label): Offer => ({ label, detail: "function", kind: "function" })),
  ];
}
