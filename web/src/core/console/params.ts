/** What a parameter is given as, in the form. */
export type Type = "text" | "number" | "truth" | "json" | "null";

export const TYPES: Record<Type, string> = { text: "text", number: "number", truth: "true or false", json: "list or map (JSON)", null: "nothing (null)" };

/** A parameter as the form holds it: its type, and what is typed in. */
export interface Field {
  type: Type;
  word: string;
}

/** Why what is typed in is no value, in a sentence for the reader. */
export class NoValue extends Error {}

// Strings, escaped names and comments are skipped, so that a `$` inside them is no parameter.
const TOKEN = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|\/\/[^\n]*|\/\*[^]*?\*\/|\$([\p{L}_][\p{L}\p{N}_]*)/gu;

/** The names of the parameters of a query, in the order of their first use. */
export const parameters = (text: string): string[] => [...new Set([...text.matchAll(TOKEN)].flatMap((match) => match[1] ?? []))];

/** The value that a field stands for, as the API takes it; throws NoValue. */
export function valueOf({ type, word }: Field): unknown {
  if (type === "text") return word;
  if (type === "truth") return word === "true";
  if (type === "number") return numberOf(word.trim());
  if (type === "null") return null;
  try {
    return JSON.parse(word);
  } catch {
    throw new NoValue('must be JSON, such as ["a", "b"]');
  }
}

function numberOf(word: string): unknown {
  if (/^[+-]?\d+$/u.test(word)) return Number.isSafeInteger(Number(word)) ? Number(word) : { $int: word };
  const number = Number(word);
  if (word === "" || !Number.isFinite(number)) throw new NoValue("must be a number");
  return Number.isInteger(number) ? { $float: word } : number; // JSON has no 1.0
}

/** How a value is typed in. */
export function fieldOf(value: unknown): Field {
  if (value === null) return { type: "null", word: "" };
  if (typeof value === "string") return { type: "text", word: value };
  if (typeof value === "number") return { type: "number", word: String(value) };
  if (typeof value === "boolean") return { type: "truth", word: String(value) };
  const inner = (value as { $int?: unknown; $float?: unknown } | undefined) ?? {};
  const number = inner.$int ?? inner.$float;
  return typeof number === "string" ? { type: "number", word: number } : { type: "json", word: JSON.stringify(value) ?? "" };
}

const OF_KIND: Record<string, Type> = { int: "number", float: "number", bool: "truth", string: "text" };

/** The field of a parameter of a named query: its example, or nothing yet of its kind, such as `list of string` or `int?`. */
export function fieldOfKind(kind: string, example: unknown): Field {
  if (example !== null && example !== undefined) return fieldOf(kind === "date" ? { $date: example } : example);
  if (kind.endsWith("?")) return { type: "null", word: "" };
  if (kind.startsWith("list of")) return { type: "json", word: "[]" };
  const type = OF_KIND[kind] ?? "json";
  return { type, word: type === "truth" ? "false" : type === "json" ? "{}" : "" };
}
