/** A value as a Cypher literal; objects as maps, what Cypher cannot write as null. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.entries(value).map(([key, item]) => `${name(key)}: ${literal(item)}`).join(", ")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

const name = (key: string): string => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : `\`${key.replaceAll("`", "``")}\``);

/** Parameters as the `:param` lines of Neo4j Browser and cypher-shell. */
export const paramLines = (params: Record<string, unknown>): string =>
  Object.entries(params)
    .map(([key, value]) => `:param ${name(key)} => ${literal(value)};\n`)
    .join("");

/** A query that can be pasted as it is: its parameters, then its text. */
export const script = (query: { text: string; params: Record<string, unknown> }): string => `${paramLines(query.params)}${query.text.trim()};\n`;
