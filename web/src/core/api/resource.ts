import { useCallback, useEffect, useState } from "react";
import { ApiError, fetchJson } from "./client";

/** An answer on its way. `stale` data of the question before stays while the new one is fetched. */
export type Resource<T> =
  | { state: "idle" | "loading"; data: T | null; error: null; stale: boolean }
  | { state: "ready"; data: T; error: null; stale: false }
  | { state: "failed"; data: T | null; error: ApiError; stale: boolean };

const KEEP = 60;
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
  const data = await fetchJson<T>(url, signal);
  remember(url, data);
  return data;
}

/** Forget every answer: the graph is another one now. */
export const forget = (): void => cache.clear();

interface Held<T> {
  url: string | null;
  data: T | null;
  error: ApiError | null;
}

/** Ask for `url` (null: ask nothing yet); a question that nobody waits for any more is aborted. */
export function useResource<T>(url: string | null): Resource<T> & { retry: () => void } {
  const [held, hold] = useState<Held<T>>(() => ({ url, data: url ? ((cache.get(url) as T | undefined) ?? null) : null, error: null }));
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!url) return;
    const controller = new AbortController();
    ask<T>(url, controller.signal).then(
      (data) => hold({ url, data, error: null }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const known = error instanceof ApiError ? error : new ApiError(0, "Something went wrong on this page. Reload it.");
        hold((before) => ({ url, data: before.data, error: known }));
      },
    );
    return () => controller.abort();
  }, [url, attempt]);
  const retry = useCallback(() => {
    hold((before) => ({ ...before, url: null, error: null }));
    setAttempt((n) => n + 1);
  }, []);
  const current = held.url === url;
  const known = url ? ((cache.get(url) as T | undefined) ?? null) : null;
  if (!url) return { state: "idle", data: held.data, error: null, stale: held.data !== null, retry };
  if (current && held.error) return { state: "failed", data: held.data, error: held.error, stale: held.data !== null, retry };
  if (known !== null) return { state: "ready", data: known, error: null, stale: false, retry };
  if (current && held.data !== null) return { state: "ready", data: held.data, error: null, stale: false, retry };
  return { state: "loading", data: held.data, error: null, stale: held.data !== null, retry };
}
