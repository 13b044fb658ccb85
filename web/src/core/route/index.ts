import type { Kind } from "../api/types";
import { createStore } from "../store";

/** Pages that have to do with one's account; a link in a letter brings a secret to them, as the fragment of its address. */
export const DOORS = ["login", "register", "verify", "reset", "account", "news", "privacy", "opt-out", "correct", "desk", "claim-mail"] as const;
export type Door = (typeof DOORS)[number];

export type Route =
  | { page: "start" }
  | { page: "node"; kind: Kind; id: string }
  | { page: "explore"; query: string }
  | { page: "embed"; query: string }
  | { page: "compare"; query: string }
  | { page: "console"; draft: string }
  | { page: "messages"; id: string }
  | { page: Door; query: string; secret: string }
  | { page: "missing"; path: string };

const FOLDER: Record<Kind, string> = { Person: "people", Paper: "papers", Topic: "topics", Institution: "institutions" };

/** An id as one segment of an address: slashes and the like are encoded, the colon of its scheme stays readable. */
export const segment = (id: string): string => encodeURIComponent(id).replaceAll("%3A", ":");

/** The folder of a kind in addresses of pages and of the API. */
export const folder = (kind: Kind): string => FOLDER[kind];

/** Address of a node's page, relative to the base address of the site. */
export const pathOf = (kind: Kind, id: string): string => `${FOLDER[kind]}/${segment(id)}`;

/** Address of two people side by side; without a second one its page asks for it. */
export const comparePath = (a: string, b = ""): string => `compare?a=${segment(a)}&b=${segment(b)}`;

/** Read a path (relative to the base address, still encoded), the query and the fragment after it as a route. */
export function parse(path: string, query = "", fragment = ""): Route {
  const parts = path.split("/").filter(Boolean);
  if (parts.length === 0) return { page: "start" };
  if (parts.length === 1 && (parts[0] === "explore" || parts[0] === "embed")) return { page: parts[0], query: query.replace(/^\?/u, "") };
  if (parts.length === 1 && parts[0] === "compare") return { page: "compare", query };
  if (parts.length === 1 && parts[0] === "console") return { page: "console", draft: fragment.replace(/^#/u, "") };
  if (parts[0] === "messages" && parts.length <= 2) return { page: "messages", id: parts[1] ?? "" };
  const door = parts.length === 1 ? DOORS.find((each) => each === parts[0]) : undefined;
  if (door) return { page: door, query, secret: fragment.replace(/^#/u, "") };
  const kind = (Object.keys(FOLDER) as Kind[]).find((candidate) => FOLDER[candidate] === parts[0]);
  // A DOI pasted into the address brings slashes along: all the rest is the id.
  const rest = kind && path.replace(/^\/*[^/]+\/+/u, "").replace(/\/$/u, "");
  if (kind && rest && parts.length > 1) {
    try {
      return { page: "node", kind, id: decodeURIComponent(rest) };
    } catch {
      return { page: "missing", path };
    }
  }
  return { page: "missing", path };
}

const inBrowser = typeof document !== "undefined";

/** The site's base address: what `<base>` says, so that a root path before it is kept. */
export const base = (): URL => new URL(".", inBrowser ? document.baseURI : "http://localhost/");

function read(): Route {
  const root = base().pathname;
  const path = inBrowser ? location.pathname : "/";
  return parse(path.startsWith(root) ? path.slice(root.length) : path, inBrowser ? location.search : "", inBrowser ? location.hash : "");
}

/** The page that is open. */
export const route = createStore<Route>(read());

/** One name per page: changes of a page's own state keep it. */
export function pageKey(now: Route): string {
  if (now.page === "node") return `${now.kind} ${now.id}`;
  if (now.page === "messages") return `messages ${now.id}`;
  return now.page === "compare" ? `compare ${now.query}` : now.page;
}

/** Open a page of this site without loading it anew. */
export function go(path: string): void {
  history.pushState(null, "", new URL(path, base()));
  route.update(read);
  scrollTo(0, 0);
}

if (inBrowser) addEventListener("popstate", () => route.update(read));
