import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../core/api/client";
import type { Table } from "../../core/api/types";
import type { Draft } from "../../core/console/address";
import { run } from "../../core/console/rows";

/** How the last run went: its answer, its error, or neither yet. */
export interface Ran {
  draft: Draft;
  table: Table | null;
  error: ApiError | null;
  cancelled: boolean;
}

/** Run one query at a time; leaving the page, or cancelling, ends it on the server too. */
export function useRun() {
  const [running, setRunning] = useState<Draft | null>(null);
  const [ran, setRan] = useState<Ran | null>(null);
  const doing = useRef<AbortController | null>(null);
  useEffect(() => () => doing.current?.abort(), []);
  const start = async (draft: Draft, plan: boolean): Promise<Ran> => {
    const mine = new AbortController();
    doing.current?.abort();
    doing.current = mine;
    setRunning(draft);
    const told = await attempt(draft, plan, mine.signal);
    if (doing.current === mine) {
      doing.current = null;
      setRunning(null);
      setRan(told);
    }
    return told;
  };
  return { running, ran, start, cancel: () => doing.current?.abort() };
}

async function attempt(draft: Draft, plan: boolean, signal: AbortSignal): Promise<Ran> {
  const none = { draft, table: null, error: null, cancelled: false };
  try {
    return { ...none, table: await run(draft, plan, signal) };
  } catch (error) {
    if (signal.aborted) return { ...none, cancelled: true };
    return { ...none, error: error instanceof ApiError ? error : new ApiError(0, "The answer could not be read. Try again.") };
  }
}
