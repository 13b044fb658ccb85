import { useEffect, useRef, useState } from "react";
import { WRITTEN_REASONS } from "../../core/account/reports";
import { change } from "../../core/api/client";
import { date, plural } from "../../core/format";
import { drafts, nameOf } from "../../core/talks";
import { useTold } from "../account/hooks";
import { ReportForm } from "../dealings/Report";
import { useTitle } from "../hooks";
import { Failure, Skeleton } from "../States";
import { Link } from "../To";
import { Composer } from "./Composer";
import { About, Who } from "./Invitation";
import { Log } from "./Log";
import { type Talking, useTalk } from "./useTalk";

/** One conversation. */
export function TalkPage({ id }: { id: string }) {
  const talking = useTalk(id);
  const { talk, wrong, look } = talking;
  if (!talk) return wrong ? <Failure error={wrong} retry={() => void look()} what="The conversation could not be opened." /> : <Skeleton lines={12} className="door-waiting" />;
  return <Open {...talking} talk={talk} id={id} />;
}

function Open({ id, talk, wrong, look, back, alter }: Talking & { id: string; talk: NonNullable<Talking["talk"]> }) {
  const { head, invitation } = talk;
  const name = nameOf(head);
  useTitle(`${name} · Messages · BZPEER`);
  const end = useRef<HTMLParagraphElement>(null);
  const was = useRef(head.closed);
  useEffect(() => {
    if (head.closed && !was.current && document.activeElement === document.body) end.current?.focus(); // The place to write is gone.
    was.current = head.closed;
  }, [head.closed]);
  return (
    <div className="account talk">
      <p>
        <Link path="messages">All messages</Link>
      </p>
      <header className="account-head">
        <h1 dir="auto">{name}</h1>
        <Acts id={id} head={head} alter={alter} look={look} />
      </header>
      {invitation && (
        <section className="talk-about" aria-label="The invitation">
          <p className="quiet">
            {invitation.box === "sent" ? "You invited " : "You were invited by "}
            <Who other={invitation.other} /> on {date(invitation.created_at)}
          </p>
          <About invitation={invitation} />
        </section>
      )}
      <Log talk={talk} name={name} back={back} />
      {head.closed && (
        <p ref={end} tabIndex={-1} role="status" className="talk-closed">
          {head.other ? "This conversation is closed: it can be read, and nothing more can be written in it." : "The other account was deleted, and what was written from it with it. What you wrote stays here until you delete your account."}
        </p>
      )}
      {(!head.closed || drafts.has(id)) && <Composer id={id} name={name} closed={head.closed} sent={look} />}
      <p role="status" className="form-wrong">
        {wrong?.message}
      </p>
    </div>
  );
}

/** Mute, close, block: each says what it does before it is done for good. */
function Acts({ id, head, alter, look }: Pick<Talking, "alter" | "look"> & { id: string; head: NonNullable<Talking["talk"]>["head"] }) {
  const { told, run } = useTold();
  const [open, setOpen] = useState<"end" | "report" | null>(null);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (told && document.activeElement === document.body) line.current?.focus(); // What was pressed is gone.
  }, [told]);
  const turn = (what: "end" | "report"): void => setOpen(open === what ? null : what);
  const name = nameOf(head);
  const mute = (): void =>
    run(async () => {
      await alter({ muted: !head.muted });
      return head.muted ? "You are told of new messages again." : "You are told of new messages here no more.";
    });
  const close = (): void =>
    run(async () => {
      await alter({ closed: true });
      setOpen(null);
      return "The conversation is closed.";
    });
  const block = (): void =>
    run(async () => {
      await change("POST", "blocks", { conversation: id });
      await look();
      setOpen(null);
      return `You hear nothing more of ${name}. They are not told.`;
    });
  return (
    <div className="talk-acts">
      <p className="quiet">{plural(head.last, "message")}</p>
      <button type="button" className="button button-small" aria-pressed={head.muted} onClick={mute}>
        Mute
      </button>
      {head.other && (
        <>
          <button type="button" className="button button-small" aria-expanded={open === "end"} onClick={() => turn("end")}>
            {head.closed ? "Block" : "Close or block"}
          </button>
          <button type="button" className="button button-small" aria-expanded={open === "report"} onClick={() => turn("report")}>
            Report
          </button>
        </>
      )}
      {open === "report" && (
        <div className="talk-end">
          <p>Until your report is closed, moderators can read this conversation, all that you wrote included; that they do is written down. They see who has written to you.</p>
          <ReportForm
            about={`conversation:${id}`}
            reasons={WRITTEN_REASONS}
            done={(says) => {
              setOpen(null);
              run(async () => says);
            }}
          />
        </div>
      )}
      {open === "end" && (
        <div className="talk-end">
          {!head.closed && (
            <>
              <p>Closing is for both of you and for good. Either can invite the other anew.</p>
              <button type="button" className="button" onClick={close}>
                Close the conversation
              </button>
            </>
          )}
          <p>Blocking closes it, and no invitation from {name} reaches you any more. They are not told, and see a closed conversation. You can take it back on the page of your messages.</p>
          <button type="button" className="button" onClick={block}>
            Block {name}
          </button>
        </div>
      )}
      <p role="status" ref={line} tabIndex={-1} className="talk-told">
        {told}
      </p>
    </div>
  );
}
