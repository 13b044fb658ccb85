import { useCallback, useEffect, useState } from "react";
import { entered } from "../../core/account";
import { ApiError, fetchJson } from "../../core/api/client";

const UNKNOWN = "Something went wrong on this page. Reload it, then try again.";
const sentence = (reason: unknown): string => (reason instanceof ApiError ? reason.message : UNKNOWN);

/** Something of one's own, which is asked anew each time and kept nowhere; who is logged in no more is sent to log in. */
export function usePrivate<T>(path: string): { data: T | null; wrong: string | null; reload: () => Promise<void> } {
  const [data, setData] = useState<T | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const reload = useCallback(async () => {
    try {
      setData(await fetchJson<T>(`api/${path}`));
      setWrong(null);
    } catch (reason) {
      if (reason instanceof ApiError && reason.status === 401) entered(null);
      setWrong(sentence(reason));
    }
  }, [path]);
  useEffect(() => void reload(), [reload]);
  return { data, wrong, reload };
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
      .catch((reason: unknown) => {
        if (reason instanceof ApiError && reason.status === 401) entered(null);
        return sentence(reason);
      })
      .then(tell)
      .finally(() => setBusy(false));
  };
  return { told, run };
}
