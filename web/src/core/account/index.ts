import { fetchJson } from "../api/client";
import type { Account, AccountUser } from "../api/types";
import { base, DOORS, go, route } from "../route";
import { createStore } from "../store";
import { nextOf } from "./next";

export { nextOf } from "./next";

/** Who is logged in and which ways in there are; null as long as nobody asked. It is kept in this page only. */
export const account = createStore<Account | null>(null);

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

/** Where one is, as a path of this site; on a page for logging in, where one was before. */
export function here(): string {
  const now = route.get();
  if (DOORS.some((door) => door === now.page && door !== "account" && door !== "privacy" && door !== "opt-out")) return nextOf(location.search);
  const path = `/${location.href.slice(base().href.length)}`;
  return path.length <= 500 ? path : `/${location.pathname.slice(base().pathname.length)}`;
}

/** Address of a page for logging in that leads back to `next`. */
export const doorPath = (door: "login" | "register", next: string): string => (next === "/" ? door : `${door}?next=${encodeURIComponent(next)}`);

/** Go on at a path that begins with a slash: that of this site's start page. */
export const goOn = (next: string): void => go(`./${next.replace(/^\/+/u, "")}`);
