import { useState } from "react";
import { WRITTEN_REASONS } from "../../core/account/reports";
import type { UserInvitation } from "../../core/api/types";
import { date } from "../../core/format";
import { PURPOSES, STATES } from "../../core/talks";
import { ReportForm } from "../dealings/Report";
import { MathText } from "../MathText";
import { Link, To } from "../To";
import { Words } from "./Words";

/** Somebody by name, with what shows who they are. */
export function Who({ other }: { other: UserInvitation["other"] }) {
  if (!other) return <span className="unknown">somebody who has left</span>;
  return (
    <>
      <bdi className="owned-name">{other.name}</bdi>
      {other.person && (
        <>
          {" "}
          (
          <To kind="Person" id={other.person.id}>
            {other.person.label}
          </To>
          )
        </>
      )}
      {other.orcid && <span className="quiet"> ORCID iD {other.orcid}</span>}
    </>
  );
}

/** What an invitation is about, and what it says. */
export function About({ invitation: { purpose, topic, works, message } }: { invitation: UserInvitation }) {
  return (
    <>
      <p>
        {PURPOSES[purpose]}
        {topic && (
          <>
            , about{" "}
            <To kind="Topic" id={topic.id}>
              {topic.label}
            </To>
          </>
        )}
      </p>
      <Words text={message} />
      {works.length > 0 && (
        <ul className="about-works">
          {works.map((work) => (
            <li key={work.id}>
              <To kind="Paper" id={work.id}>
                <MathText text={work.label} />
              </To>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** An invitation that one has received or sent, with what can be done with it. */
export function Invitation({ invitation, step, block, reported }: { invitation: UserInvitation; step: (what: "accept" | "decline" | "withdraw") => void; block: () => void; reported: (says: string) => void }) {
  const [reporting, report] = useState(false);
  const { box, other, state, person, conversation, created_at, expires_at } = invitation;
  const waits = state === "open";
  const whom = other?.name ?? "";
  return (
    <li className="invitation">
      <p>
        {box === "received" ? "From " : "To "}
        <Who other={other} />
        <span className="tag owned-tag">{STATES[state]}</span>
      </p>
      <p className="quiet">
        {date(created_at)}
        {waits && `, lapses on ${date(expires_at)}`}
        {box === "received" && person && ", to you as the owner of this record: "}
        {box === "received" && person && (
          <To kind="Person" id={person.id}>
            {person.label}
          </To>
        )}
      </p>
      <About invitation={invitation} />
      <p className="acts">
        {waits && box === "received" && (
          <>
            <button type="button" className="button button-main" onClick={() => step("accept")}>
              Accept<span className="hidden"> the invitation from {whom}</span>
            </button>
            <button type="button" className="button" onClick={() => step("decline")}>
              Decline<span className="hidden"> the invitation from {whom}</span>
            </button>
            <button type="button" className="textbutton" onClick={block}>
              Block<span className="hidden"> {whom}</span>
            </button>
          </>
        )}
        {other && box === "received" && (
          <button type="button" className="textbutton" aria-expanded={reporting} onClick={() => report(!reporting)}>
            Report<span className="hidden"> the invitation from {whom}</span>
          </button>
        )}
        {waits && box === "sent" && (
          <button type="button" className="button" onClick={() => step("withdraw")}>
            Withdraw<span className="hidden"> the invitation to {whom}</span>
          </button>
        )}
        {conversation && <Link path={`messages/${conversation}`}>Open the conversation</Link>}
      </p>
      {reporting && (
        <ReportForm
          about={`invitation:${invitation.id}`}
          reasons={WRITTEN_REASONS}
          done={(says) => {
            report(false);
            reported(says);
          }}
        />
      )}
    </li>
  );
}
