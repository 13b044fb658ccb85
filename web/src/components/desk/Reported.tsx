import { useEffect, useRef, useState } from "react";
import { address, fetchJson } from "../../core/api/client";
import type { ReportedTalk } from "../../core/api/types";
import { date } from "../../core/format";
import { useTold } from "../account/hooks";

/** The messages of a conversation that was reported; nothing is asked for before it is pressed, since it is written down. */
export function Reported({ report, who }: { report: string; who: string }) {
  const [talk, setTalk] = useState<ReportedTalk | null>(null);
  const { told, run } = useTold();
  const list = useRef<HTMLOListElement>(null);
  const read = useRef(false);
  useEffect(() => {
    if (!talk || !list.current) return;
    list.current.focus(); // What was pressed may be gone, and who reads goes on from here.
    list.current.scrollTop = read.current ? 0 : list.current.scrollHeight; // The last message first, then the earlier ones.
    read.current = true;
  }, [talk]);
  const ask = (): void =>
    run(async () => {
      const more = await fetchJson<ReportedTalk>(address(`desk/reports/${report}/messages`, { before: talk?.messages[0]?.number }));
      setTalk({ messages: [...more.messages, ...(talk?.messages ?? [])], earlier: more.earlier });
      return more.messages.length > 0 ? "" : "Nothing has been written in it.";
    });
  return (
    <div className="desk-talk">
      {!talk && <p className="quiet">While this report is open, moderators can read the conversation. That you do is written in the history.</p>}
      {(!talk || talk.earlier) && (
        <button type="button" className="button button-small" onClick={ask}>
          {talk ? "Show earlier messages" : "Read the conversation"}
          <span className="hidden">: {who}</span>
        </button>
      )}
      <p role="status">{told}</p>
      {talk && talk.messages.length > 0 && (
        <ol ref={list} tabIndex={0} aria-label={`Messages of the conversation that ${who} reports`}>
          {talk.messages.map(({ number, by, text, at }) => (
            <li key={number}>
              <bdi>{by?.name ?? "Somebody who has left"}</bdi> <span className="quiet">{date(at)}</span>
              <p className="desk-said" dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
