import { type ApiError, fetchJson, known } from "../api/client";
import type { Account, AccountUser } from "../api/types";
import { base, type Door, DOORS, go, route } from "../route";
import { createStore } from "../store";
import { nextOf } from "./next";

export { nextOf } from "./next";

/** Who is logged in and which ways in there are; null as long as nobody asked. It is kept in this page only. */
export const account = createStore<Account | null>(null);

/** How many messages and invitations wait for the one who is logged in. */
export const unread = createStore(0);

/** Ask who is logged in. Every page that is loaded asks once; `anew` when it may have changed elsewhere. */
export async function askAccount(anew = false): Promise<Account> {
  const known = account.get();
  if (known && !anew) return known;
  const answer = await fetchJson<Account>("api/account");
  account.update(() => answer);
  return answer;
}

/** Say who is logged in now; null for nobody. */
export const entered = (user: AccountUser | null): void => account.update((before) => ({ ways: before?.ways ?? ["password"], user }));

/** What came instead of an answer to somebody who was logged in; one that says they are no more is believed. */
export function refused(reason: unknown): ApiError {
  const error = known(reason);
  if (error.status === 401) entered(null);
  return error;
}

const ENTRIES = ["login", "register", "verify", "reset"] as const satisfies readonly Door[];

/** Where one is, as a path of this site; on a page for logging in, where one was before. What stands behind the `#` of an account's page is the secret of a letter, and stays there. */
export function here(): string {
  const now = route.get();
  if (ENTRIES.some((door) => door === now.page)) return nextOf(location.search);
  const secret = DOORS.some((door) => door === now.page) ? location.hash.length : 0;
  const path = `/${location.href.slice(base().href.length, location.href.length - secret)}`;
  return path.length <= 500 ? path : `/${location.pathname.slice(base().pathname.length)}`;
}

/** Where one is, at the part of the page that this name calls up. */
export const hereAt = (name: string): string => `${here().replace(/#.*$/u, "")}#${name}`;

/** Address of a page for logging in that leads back to `next`. */
export const doorPath = (door: "login" | "register", next: string): string => (next === "/" ? door : `${door}?next=${encodeURIComponent(next)}`);

/** Go on at a path that begins with a slash: that of this site's start page. */
export const goOn = (next: string): void => go(`./${next.replace(/^\/+/u, "")}`);
