import "../styles/start.css";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { known } from "../core/api/client";
import type { Import } from "../core/api/types";
import { plural } from "../core/format";
import { bringIn, wrong } from "../core/imports";
import { go, pathOf } from "../core/route";
import { To } from "./To";

/** A person on the way into the graph; `wrong` says in a sentence why it did not work. */
interface Bringing {
  job: Import | null;
  busy: boolean;
  wrong: string | null;
}

const NOTHING: Bringing = { job: null, busy: false, wrong: null };

/** Bring people in, one at a time; leaving the page stops the watching, not the load. */
function useBringing(): Bringing & { start: (id: string) => void; refuse: (why: string) => void } {
  const [now, set] = useState(NOTHING);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = (id: string): void => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    set({ ...NOTHING, busy: true });
    bringIn(id, (job) => set({ job, busy: true, wrong: null }), mine.signal).then(
      (job) => set({ job, busy: false, wrong: job.state === "failed" ? job.says : null }),
      (reason: unknown) => {
        if (!mine.signal.aborted) set({ ...NOTHING, wrong: known(reason).message });
      },
    );
  };
  return { ...now, start, refuse: (why) => set({ ...NOTHING, wrong: why }) };
}

const EXAMPLES = [
  ["ORCID iD", "0000-0002-1825-0097"],
  ["OpenAlex", "A5023888391"],
  ["arXiv author", "au:He, Yuxiong"],
] as const;

/** "Not here?" A field for an id of a person; the load runs in the background, tells how far it is and ends on the person's page. */
export function BringIn({ first = "" }: { first?: string }) {
  const bringing = useBringing();
  const [text, setText] = useState(first);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const why = wrong(text);
    if (why) bringing.refuse(why);
    else bringing.start(text.trim());
  };
  return (
    <>
      <form className="bring" onSubmit={submit} noValidate>
        <label htmlFor={id}>ORCID iD, OpenAlex id, DOI, arXiv id or arXiv author</label>
        <input id={id} value={text} autoComplete="off" autoCapitalize="off" spellCheck={false} aria-describedby={`${id}-hint ${id}-says`} aria-invalid={bringing.wrong !== null} onChange={(event) => setText(event.target.value)} />
        <button type="submit" className="button" disabled={bringing.busy}>
          Bring in
        </button>
      </form>
      <p id={`${id}-hint`} className="quiet bring-hint">
        For example{" "}
        {EXAMPLES.map(([what, example], i) => (
          <span key={what}>
            {i > 0 && ", "}
            {what} <code>{example}</code>
          </span>
        ))}
        . The public records are fetched from the source, which may take some minutes; they stay here for everybody.
      </p>
      <Told bringing={bringing} id={`${id}-says`} />
    </>
  );
}

/** Time to read where one is taken. */
const PAUSE = 1500;

function Told({ bringing, id }: { bringing: Bringing; id?: string }) {
  const { job, busy, wrong } = bringing;
  const node = job?.state === "done" ? job.node : null;
  useEffect(() => {
    if (!node) return;
    const timer = setTimeout(() => go(pathOf(node.kind, node.id)), PAUSE);
    return () => clearTimeout(timer);
  }, [node]);
  const { read, total } = job?.progress ?? { read: 0, total: null };
  return (
    <div className="bring-told">
      {busy && <progress aria-label="Bringing in" {...(total ? { value: read, max: total } : {})} />}
      <div id={id} role="status">
        {wrong && <p className="bring-wrong">{wrong}</p>}
        {busy && <p>{job?.says ?? "Asking for it…"}</p>}
        {node && (
          <p>
            {job?.says} Opening{" "}
            <To kind={node.kind} id={node.id}>
              {node.label}
            </To>
            .
          </p>
        )}
      </div>
      {busy && read > 0 && <p className="quiet">{total ? `${plural(read, "record")} of ${total}` : plural(read, "record")} read</p>}
    </div>
  );
}

/** Read the records of the thing on this page anew from its source. */
export function Refresh({ id, what }: { id: string; what: string }) {
  const bringing = useBringing();
  if (bringing.job?.state === "done") {
    return (
      <p role="status">
        {bringing.job.says}{" "}
        <button type="button" className="textbutton" onClick={() => location.reload()}>
          Show the new state
        </button>
      </p>
    );
  }
  return (
    <div className="refresh">
      <button type="button" className="textbutton" disabled={bringing.busy} onClick={() => bringing.start(id)}>
        Refresh this {what}
      </button>
      <Told bringing={bringing} />
    </div>
  );
}
