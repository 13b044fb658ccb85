import { useCallback, useEffect, useRef, useState } from "react";
import { refused } from "../../core/account";
import { address, type ApiError, change, fetchJson } from "../../core/api/client";
import type { Talk, TalkHead } from "../../core/api/types";
import { askUnread } from "../../core/talks";

/** How often is asked for what is new while the page is looked at, and how often when nothing has come for a while. */
const OFTEN = 5_000;
const SELDOM = 20_000;
const A_WHILE = 120_000;
/** Answers after which asking again gives the same: not logged in, not allowed, not there. */
const OVER = [401, 403, 404];

/** A conversation with messages that have come since. */
function joined(before: Talk | null, now: Talk): Talk {
  if (!before || now.earlier) return now;
  const known = new Set(before.messages.map((each) => each.number));
  const fresh = now.messages.filter((each) => !known.has(each.number));
  return { ...now, messages: [...before.messages, ...fresh], links: [...before.links, ...now.links], earlier: before.earlier };
}

export interface Talking {
  talk: Talk | null;
  wrong: ApiError | null;
  /** Ask for what is new. */
  look: () => Promise<void>;
  /** Ask for what was before. */
  back: () => Promise<void>;
  /** Change how one takes part. */
  alter: (what: { muted?: boolean; closed?: boolean; read?: number }) => Promise<void>;
}

/** A conversation that is kept up to date as long as its page is looked at; what is looked at counts as read. */
export function useTalk(id: string): Talking {
  const [talk, setTalk] = useState<Talk | null>(null);
  const [wrong, setWrong] = useState<ApiError | null>(null);
  const last = useRef(0);
  const heard = useRef(Date.now());
  const path = `conversations/${id}`;
  const look = useCallback(async () => {
    try {
      const now = await fetchJson<Talk>(address(path, { after: last.current }));
      if (now.messages.length) heard.current = Date.now();
      last.current = Math.max(last.current, now.messages.at(-1)?.number ?? 0);
      setTalk((before) => joined(before, now));
      setWrong(null);
    } catch (reason) {
      setWrong(refused(reason));
    }
  }, [path]);
  const back = async (): Promise<void> => {
    const first = talk?.messages[0]?.number;
    if (!first) return;
    const older = await fetchJson<Talk>(address(path, { before: first }));
    // They are put before what they came before, and nowhere else.
    setTalk((now) => (now?.messages[0]?.number === first ? { ...now, messages: [...older.messages, ...now.messages], links: [...older.links, ...now.links], earlier: older.earlier } : now));
  };
  const alter = useCallback(
    async (what: { muted?: boolean; closed?: boolean; read?: number }) => {
      const head = await change<TalkHead>("PATCH", path, what);
      setTalk((now) => now && { ...now, head });
    },
    [path],
  );
  const over = wrong !== null && OVER.includes(wrong.status);
  useEffect(() => {
    if (over) return;
    let timer = 0;
    let here = true;
    const turn = async (): Promise<void> => {
      clearTimeout(timer);
      if (!document.hidden) await look();
      clearTimeout(timer);
      if (here) timer = window.setTimeout(() => void turn(), Date.now() - heard.current > A_WHILE ? SELDOM : OFTEN);
    };
    const seen = (): void => void (document.hidden || turn());
    void turn();
    document.addEventListener("visibilitychange", seen);
    return () => {
      here = false;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [look, over]);
  const unread = talk?.head.unread ?? 0;
  const newest = talk?.head.last ?? 0;
  useEffect(() => {
    if (!unread || document.hidden) return;
    alter({ read: newest })
      .then(askUnread)
      .catch(() => undefined); // It counts as unread then, and is tried again with the next message.
  }, [alter, unread, newest]);
  return { talk, wrong, look, back, alter };
}
