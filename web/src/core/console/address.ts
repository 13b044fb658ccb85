/** What stands in the editor: a query, and the values of its parameters as the API takes them. */
export interface Draft {
  text: string;
  params: Record<string, unknown>;
}

export const EMPTY: Draft = { text: "", params: {} };

/** Characters that a link may have and still survive mails and old programs. */
export const LONGEST = 8000;

/** What a fragment may hold plainly, so that a link stays readable. */
const readable = (text: string): string => encodeURIComponent(text).replace(/%(?:20|24|2C|2F|3A|3B|40)/gu, (code) => (code === "%20" ? "+" : decodeURIComponent(code)));

/**
 * Address of the console with a query (relative to the site's base). The query stands in the fragment: it is sent to no
 * server until it is run, and is in nobody's log of addresses.
 */
export function consoleAddress({ text, params }: Draft): string {
  if (!text.trim()) return "console";
  const given = Object.keys(params).length > 0 ? `&params=${readable(JSON.stringify(params))}` : "";
  return `console#query=${readable(text)}${given}`;
}

/** Read what `consoleAddress` wrote after the `#`; parameters that cannot be read are none. */
export function readDraft(fragment: string): Draft {
  const given = new URLSearchParams(fragment);
  let params: unknown = null;
  try {
    params = JSON.parse(given.get("params") ?? "{}");
  } catch {
    // A link that was cut: the query is still worth having.
  }
  const whole = params !== null && typeof params === "object" && !Array.isArray(params);
  return { text: given.get("query") ?? "", params: whole ? (params as Record<string, unknown>) : {} };
}
