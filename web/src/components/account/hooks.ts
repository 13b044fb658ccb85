import { useCallback, useEffect, useRef, useState } from "react";
import { account, askAccount, refused } from "../../core/account";
import { type ApiError, fetchJson, known } from "../../core/api/client";
import type { Account } from "../../core/api/types";
import { useStore } from "../../core/store";

/**
 * Something of one's own, which is asked anew each time (also when `turn` changes) and kept nowhere; who is logged in no
 * more is sent to log in. What was answered for another path, or to an earlier question, is not shown.
 */
export function usePrivate<T>(path: string, turn = 0): { data: T | null; wrong: string | null; reload: () => Promise<void> } {
  const [held, hold] = useState<{ path: string; data: T | null; wrong: string | null } | null>(null);
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const data = await fetchJson<T>(`api/${path}`);
      if (mine === asked.current) hold({ path, data, wrong: null });
    } catch (reason) {
      if (mine !== asked.current) return;
      const wrong = refused(reason).message;
      hold((before) => ({ path, data: before?.path === path ? before.data : null, wrong }));
    }
  }, [path]);
  useEffect(() => void reload(), [reload, turn]);
  const now = held?.path === path ? held : null;
  return { data: now?.data ?? null, wrong: now?.wrong ?? null, reload };
}

/** Do what is pressed, one at a time, and say what came of it: the sentence that `work` ends with, or why it failed. */
export function useTold(): { told: string; run: (work: () => Promise<string>) => void } {
  const [told, tell] = useState("");
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<string>): void => {
    if (busy) return;
    setBusy(true);
    tell("");
    work()
      .catch((reason: unknown) => refused(reason).message)
      .then(tell)
      .finally(() => setBusy(false));
  };
  return { told, run };
}

/** Who is logged in, as far as it is known; `asked` once it was answered to this page, which asks `anew` when it may have changed elsewhere. */
export function useMe(anew = false): { now: Account | null; asked: boolean; error: ApiError | null; ask: () => void } {
  const now = useStore(account);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const ask = useCallback(() => {
    setError(null);
    askAccount(anew).then(
      () => setAsked(true),
      (reason: unknown) => setError(known(reason)),
    );
  }, [anew]);
  useEffect(ask, [ask]);
  return { now, asked, error, ask };
}
