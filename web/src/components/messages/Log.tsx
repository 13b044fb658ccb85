import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Talk } from "../../core/api/types";
import { useTold } from "../account/hooks";
import { Words } from "./Words";

const when = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
/** How near to its end the page is still at its end, in pixels. */
const NEAR = 160;

const atEnd = (): boolean => document.documentElement.scrollHeight - innerHeight - scrollY < NEAR;

/** What was said, oldest first. Who reads at the end stays there; who reads further up is told, and not moved. */
export function Log({ talk: { head, messages, links, earlier }, name, back }: { talk: Talk; name: string; back: () => Promise<void> }) {
  const end = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  const [below, setBelow] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { told, run } = useTold();
  const [older, setOlder] = useState<"asked" | "come" | null>(null);
  const last = messages.at(-1);
  useEffect(() => {
    const moved = (): void => {
      near.current = atEnd();
      if (near.current) setBelow(false);
    };
    addEventListener("scroll", moved, { passive: true });
    return () => removeEventListener("scroll", moved);
  }, []);
  const shown = useRef(0);
  useLayoutEffect(() => {
    if (!last || last.number === shown.current) return;
    const first = shown.current === 0;
    shown.current = last.number;
    if (near.current || first || last.mine) end.current?.scrollIntoView({ block: "end" });
    else setBelow(true);
  }, [last]);
  useEffect(() => {
    if (older !== "come") return;
    list.current?.querySelector("li")?.focus(); // What was pressed may be gone, and who reads goes on from here.
    setOlder(null);
  }, [older]);
  const showEarlier = (): void =>
    run(async () => {
      setOlder("asked");
      try {
        await back();
        setOlder("come");
      } catch (reason) {
        setOlder(null);
        throw reason;
      }
      return "";
    });
  return (
    <>
      {earlier && (
        <p className="talk-earlier">
          <button type="button" className="button" onClick={showEarlier}>
            Show earlier messages
          </button>
        </p>
      )}
      <p role="status" className="form-wrong talk-earlier">
        {told}
      </p>
      <div role="log" aria-label={`Messages with ${name}`} aria-busy={older !== null} className="log">
        {head.last === 0 && <p className="quiet">Nothing has been written yet.</p>}
        <ol ref={list}>
          {messages.map((each) => (
            <li key={each.number} className="message" data-mine={each.mine} tabIndex={-1}>
              <p className="message-head">
                <bdi>{each.mine ? "You" : name}</bdi> <time dateTime={each.at}>{when.format(new Date(each.at))}</time>
              </p>
              <Words text={each.text} links={links} />
            </li>
          ))}
        </ol>
        <div ref={end} className="log-end" />
      </div>
      {below && (
        <p className="talk-below">
          <button type="button" className="button button-small" onClick={() => end.current?.scrollIntoView({ block: "end" })}>
            New message below
          </button>
        </p>
      )}
    </>
  );
}
