import { change } from "../../core/api/client";
import type { Standing, UserClaim } from "../../core/api/types";
import { date } from "../../core/format";
import { segment } from "../../core/route";
import { useTold } from "../account/hooks";
import { Told } from "../account/parts";
import { Link } from "../To";
import type { Dealt } from "./dealt";
import { MakeClaim } from "./MakeClaim";
import { Proofs } from "./Proofs";

/** Whose the record is, for everybody; what one's own claim has come to; and the way to claim it. */
export function Claim(dealt: Dealt) {
  const { claim, person } = dealt.standing;
  const { told, run } = useTold();
  const path = `people/${segment(person.id)}/claim`;
  const done = async (says: string): Promise<string> => {
    await dealt.changed();
    return says;
  };
  const make = async (message: string): Promise<string> => {
    const { state } = await change<UserClaim>("POST", path, { message });
    return done(state === "verified" ? "The record is yours now." : "Your claim was sent.");
  };
  const send = async (message: string): Promise<void> => {
    const says = await make(message);
    run(async () => says);
  };
  const end = (says: string): void =>
    run(async () => {
      await change<UserClaim>("DELETE", path);
      return done(says);
    });
  return (
    <section className="dealing" id="claim" aria-label="Claim">
      <Whose claim={claim} />
      {claim.mine === null && claim.last && claim.last.reason && (claim.last.state === "refused" || claim.last.state === "revoked") && <Ended claim={claim.last} />}
      {claim.mine === "pending" && claim.last && <Waiting claim={claim.last} path={path} changed={dealt.changed} end={() => end("Your claim was withdrawn.")} />}
      {(claim.mine === "verified" || claim.mine === "disputed") && <Mine end={() => end("The record is yours no more.")} />}
      {claim.mine === "disputed" && <Proofs path={path} changed={dealt.changed} />}
      {claim.mine === null && <MakeClaim {...dealt} make={(message) => run(() => make(message))} send={send} />}
      <Told says={told} />
      <details className="disclosure">
        <summary>What claiming does</summary>
        <Explained />
      </details>
    </section>
  );
}

/** Whether the record has an owner, since when, and how that was shown; the same for everybody. */
function Whose({ claim: { state, mine, since, orcid } }: { claim: Standing["claim"] }) {
  const how = orcid ? "with the ORCID iD on it" : "with evidence that a moderator has seen";
  if (state === "unclaimed") return <p>Nobody has claimed this record yet.</p>;
  if (state === "claimed") {
    return (
      <p>
        {mine === "verified" ? "This record is yours" : "The person has claimed this record"}, {how}, since {date(since)}.
      </p>
    );
  }
  return (
    <p>
      <strong>Disputed</strong> since {date(since)}: somebody else says that {mine === "disputed" ? "this record, which you own, is theirs" : "the record is theirs"}. Until a moderator has decided, its owner can change nothing.
    </p>
  );
}

function Ended({ claim: { state, changed_at, reason } }: { claim: UserClaim }) {
  return (
    <p className="dealing-note">
      {state === "refused" ? "Your claim was refused" : "A moderator took the record back from you"} on {date(changed_at)}: <span dir="auto">{reason}</span>
    </p>
  );
}

/** A claim on which nobody has decided, with what the moderator will see, and what can be added. */
function Waiting({ claim: { created_at, message, evidence }, path, changed, end }: { claim: UserClaim; path: string; changed: () => Promise<void>; end: () => void }) {
  return (
    <div className="dealing-note">
      <p>Your claim waits for a moderator, since {date(created_at)}. You are told by mail when it is decided.</p>
      {message && (
        <blockquote className="dealing-words" dir="auto">
          {message}
        </blockquote>
      )}
      {evidence.length > 0 && (
        <>
          <p>What is known for it:</p>
          <ul className="dealing-points quiet">
            {evidence.map((each) => (
              <li key={each} dir="auto">
                {each}
              </li>
            ))}
          </ul>
        </>
      )}
      <Proofs path={path} changed={changed} />
      <button type="button" className="button" onClick={end}>
        Withdraw the claim
      </button>
    </div>
  );
}

function Mine({ end }: { end: () => void }) {
  return (
    <details className="disclosure">
      <summary>Give the record up</summary>
      <p>It has no owner then, and its history stays. You can claim it anew.</p>
      <button type="button" className="button" onClick={end}>
        Give it up
      </button>
    </details>
  );
}

function Explained() {
  return (
    <ul className="dealing-points quiet">
      <li>Who claims a record says that it is about them. It has one owner, and is trusted more.</li>
      <li>Who has proved the ORCID iD on the record owns it at once. Else a moderator looks at the evidence.</li>
      <li>Only the owner can disown works that are not theirs.</li>
      <li>Your name and address are shown to moderators only; a claim can be withdrawn at any time.</li>
      <li>
        <Link path="privacy">What is stored</Link>
      </li>
    </ul>
  );
}
