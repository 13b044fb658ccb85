import type { Kind } from "../api/types";
import { KINDS } from "../graph/types";

/** A node as the API encodes it. */
export interface NodeValue {
  element: string;
  labels: string[];
  properties: Record<string, unknown>;
}

/** An edge as the API encodes it. */
export interface EdgeValue {
  element: string;
  type: string;
  source: string | null;
  target: string | null;
  properties: Record<string, unknown>;
}

/** A value that JSON has not, by its tag; see docs/analysts.md. */
export type Tagged = { tag: "$node"; is: NodeValue } | { tag: "$edge"; is: EdgeValue } | { tag: "$path"; is: { nodes: NodeValue[]; edges: EdgeValue[] } } | { tag: string; is: unknown };

/** Read an object with one key that begins with `$`; null for anything else. */
export function tagged(value: unknown): Tagged | null {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const [key, ...more] = Object.keys(value);
  return key?.startsWith("$") && more.length === 0 ? { tag: key, is: (value as Record<string, unknown>)[key] } : null;
}

export const isNode = (value: Tagged | null): value is { tag: "$node"; is: NodeValue } => value?.tag === "$node";
export const isEdge = (value: Tagged | null): value is { tag: "$edge"; is: EdgeValue } => value?.tag === "$edge";
export const isPath = (value: Tagged | null): value is { tag: "$path"; is: { nodes: NodeValue[]; edges: EdgeValue[] } } => value?.tag === "$path";

/** The page that a node has: its kind, id and name; null for nodes that have none. */
export function pageOf(node: NodeValue): { kind: Kind; id: string; label: string } | null {
  const kind = KINDS.find((each) => node.labels.includes(each));
  const { id } = node.properties;
  return kind && typeof id === "string" ? { kind, id, label: nameOf(node) } : null;
}

/** What a reader calls a node. */
export function nameOf({ labels, properties }: NodeValue): string {
  const { title, name, id } = properties;
  const found = [title, name, id].find((each) => typeof each === "string");
  return typeof found === "string" ? found : `(:${labels.join(":")})`;
}

/** Any value as one line of text, as a table shows it. */
export function textOf(value: unknown): string {
  const known = tagged(value);
  if (isNode(known)) return nameOf(known.is);
  if (isEdge(known)) return `:${known.is.type}${Object.keys(known.is.properties).length > 0 ? ` ${textOf(known.is.properties)}` : ""}`;
  if (isPath(known)) return known.is.nodes.map(nameOf).join(" — ");
  if (known?.tag === "$point" || known?.tag === "$map" || known?.tag === "$vector") return textOf(known.is);
  if (known && typeof known.is === "string") return known.is;
  if (Array.isArray(value)) return `[${value.map(textOf).join(", ")}]`;
  if (value !== null && typeof value === "object") return `{${Object.entries(value).map(([key, each]) => `${key}: ${textOf(each)}`).join(", ")}}`;
  return typeof value === "string" ? value : String(value);
}

/** A number to sort by; null for what is none. */
function number(value: unknown): number | null {
  if (typeof value === "number") return value;
  const known = tagged(value);
  return known && (known.tag === "$int" || known.tag === "$float") ? Number(known.is) : null;
}

const words = new Intl.Collator("en", { numeric: true });

/** The order of two values of a column: numbers, then everything else by its text, nothing last. */
export function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [x, y] = [number(a), number(b)];
  if (x !== null && y !== null) return x - y;
  if (x !== null || y !== null) return x === null ? 1 : -1;
  return words.compare(textOf(a), textOf(b));
}

/** Whether a column holds numbers only, and so is set to the right. */
export const isNumeric = (rows: readonly unknown[][], column: number): boolean => rows.some((row) => row[column] !== null) && rows.every((row) => row[column] === null || number(row[column]) !== null);
