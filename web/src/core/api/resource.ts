import { useCallback, useEffect, useState } from "react";
import { createStore, useStore } from "../store";
import { type ApiError, fetchJson, known } from "./client";

/** An answer on its way. `stale` data of the question before stays while the new one is fetched. */
export type Resource<T> =
  | { state: "idle" | "loading"; data: T | null; error: null; stale: boolean }
  | { state: "ready"; data: T; error: null; stale: false }
  | { state: "failed"; data: T | null; error: ApiError; stale: boolean };

const KEEP = 60;
/** How often answers were forgotten. */
const rounds = createStore(0);
const cache = new Map<string, unknown>();

function remember(url: string, data: unknown): void {
  cache.delete(url);
  cache.set(url, data);
  const oldest = cache.keys().next();
  if (cache.size > KEEP && !oldest.done) cache.delete(oldest.value);
}

/** Fetch an answer once; the last ones are kept, so that going back is instant. */
export async function ask<T>(url: string, signal?: AbortSignal): Promise<T> {
  if (cache.has(url)) return cache.get(url) as T;
  const round = rounds.get();
  const data = await fetchJson<T>(url, signal);
  if (rounds.get() === round) remember(url, data); // else it was asked before all that was known was forgotten
  return data;
}

/** Forget every answer, or only that to one question: the graph is another one now, or the reader somebody else. What is shown is asked anew. */
export function forget(url?: string): void {
  if (url) cache.delete(url);
  else cache.clear();
  rounds.update((n) => n + 1);
}

interface Held<T> {
  url: string | null;
  data: T | null;
  error: ApiError | null;
}

/** Ask for `url` (null: ask nothing yet); a question that nobody waits for any more is aborted. */
export function useResource<T>(url: string | null): Resource<T> & { retry: () => void } {
  const [held, hold] = useState<Held<T>>(() => ({ url, data: url ? ((cache.get(url) as T | undefined) ?? null) : null, error: null }));
  const [attempt, setAttempt] = useState(0);
  const round = useStore(rounds);
  useEffect(() => {
    if (!url) return;
    const controller = new AbortController();
    ask<T>(url, controller.signal).then(
      (data) => hold({ url, data, error: null }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        hold((before) => ({ url, data: before.data, error: known(error) }));
      },
    );
    return () => controller.abort();
  }, [url, attempt, round]);
  const retry = useCallback(() => {
    hold((before) => ({ ...before, url: null, error: null }));
    setAttempt((n) => n + 1);
  }, []);
  const current = held.url === url;
  const cached = url ? ((cache.get(url) as T | undefined) ?? null) : null;
  if (!url) return { state: "idle", data: held.data, error: null, stale: held.data !== null, retry };
  if (current && held.error) return { state: "failed", data: held.data, error: held.error, stale: held.data !== null, retry };
  if (cached !== null) return { state: "ready", data: cached, error: null, stale: false, retry };
  if (current && held.data !== null) return { state: "ready", data: held.data, error: null, stale: false, retry };
  return { state: "loading", data: held.data, error: null, stale: held.data !== null, retry };
}
