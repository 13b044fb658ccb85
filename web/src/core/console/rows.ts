import { fetchFile, fetchJson, posted } from "../api/client";
import type { Table } from "../api/types";
import { plural } from "../format";
import { save } from "../save";
import type { Draft } from "./address";
import { type Found, fileOf } from "./found";

/** Run a query, or (with `plan`) have it planned; when `signal` aborts, the server ends it too. */
export const run = ({ text, params }: Draft, plan: boolean, signal: AbortSignal): Promise<Table> => fetchJson<Table>(posted("cypher", { query: text, params, ...(plan ? { plan } : {}) }), signal);

/** Forms in which all rows of a query are saved. */
export const FILES = [
  { media: "text/csv", name: "CSV", ending: "csv", note: "for spreadsheets; text that they would calculate gets an apostrophe" },
  { media: "application/x-ndjson", name: "JSON Lines", ending: "jsonl", note: "one object a row, every value whole" },
  { media: "application/vnd.apache.parquet", name: "Parquet", ending: "parquet", note: "for pandas, DuckDB and the like" },
] as const;
export type FileForm = (typeof FILES)[number];

/** Bytes in which the last line of JSON Lines is looked for. */
const TAIL = 8192;

/** Run a query again and save all its rows; tells how that went. */
export async function saveRows({ text, params }: Draft, form: FileForm, signal: AbortSignal): Promise<string> {
  const blob = await fetchFile(posted("cypher", { query: text, params }), signal, form.media);
  if (form.media !== "application/x-ndjson") {
    save(blob, `rows.${form.ending}`);
    return "Saved.";
  }
  const { rows, told } = await ended(blob);
  save(rows, `rows.${form.ending}`);
  return told;
}

/** The rows without the line that says how it ended, and that in words. */
export async function ended(blob: Blob): Promise<{ rows: Blob; told: string }> {
  const tail = blob.slice(Math.max(0, blob.size - TAIL));
  const lines = (await tail.text()).trimEnd().split("\n");
  const last = lines.at(-1) ?? "";
  const bytes = new TextEncoder().encode(`${last}\n`).length;
  if (last.startsWith('{"$end":')) {
    const { $end } = JSON.parse(last) as { $end: { rows: number; cut: string | null } };
    const told = $end.cut ? `Saved ${plural($end.rows, "row")}; the rest was cut at the limit of ${$end.cut}.` : `Saved ${plural($end.rows, "row")}.`;
    return { rows: blob.slice(0, blob.size - bytes), told };
  }
  if (last.startsWith('{"$error":')) {
    const { $error } = JSON.parse(last) as { $error: { detail: string } };
    return { rows: blob.slice(0, blob.size - bytes), told: `The file ends early: ${$error.detail}` };
  }
  return { rows: blob, told: "The file ends early: the connection broke off." };
}

/** Save the graph that came back as GraphML. */
export async function saveGraph(found: Found): Promise<string> {
  const { nodes, edges } = fileOf(found);
  save(await fetchFile(posted("graph/export", { format: "graphml", nodes, edges, title: "Query" })), "graph.graphml");
  return `Saved ${plural(nodes.length, "node")} and ${plural(edges.length, "edge")}.`;
}
