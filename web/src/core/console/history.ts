import { createKept } from "../kept";
import type { Draft } from "./address";

/** A query that was run on this device. */
export interface Past extends Draft {
  /** When (ISO 8601, UTC). */
  at: string;
}

const MOST = 50;

const isPast = (value: unknown): value is Past => {
  const past = value as Partial<Past> | null;
  return typeof past?.text === "string" && typeof past.at === "string" && typeof past.params === "object" && past.params !== null;
};

/** What was run in this browser, the newest first; nobody else hears of it. */
export const history = createKept<readonly Past[]>("bzpeer-console", (kept) => (Array.isArray(kept) ? kept.filter(isPast) : []));

/** The history with one more; the same query with the same values is kept once. */
export const withPast =
  (past: Past) =>
  (before: readonly Past[]): readonly Past[] => {
    const same = (other: Past): boolean => other.text === past.text && JSON.stringify(other.params) === JSON.stringify(past.params);
    return [past, ...before.filter((other) => !same(other))].slice(0, MOST);
  };
