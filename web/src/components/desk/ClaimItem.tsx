import { change } from "../../core/api/client";
import type { DeskClaim } from "../../core/api/types";
import { date } from "../../core/format";
import { Decide, type Step } from "./Decide";
import { Facts, History, Record, Said, Who } from "./parts";

type Decision = DeskClaim["decisions"][number];

const STATES: Record<DeskClaim["claim"]["state"], string> = { pending: "Waits", verified: "Accepted", disputed: "Frozen", refused: "Refused", revoked: "Taken back", withdrawn: "Withdrawn" };
const FREEZE: Step = { name: "freeze", label: "Freeze the record as disputed" };
const STEPS: Record<Decision, Step & { done: string }> = {
  verify: { name: "verify", label: "Accept the claim", main: true, done: "The claim was accepted." },
  refuse: { name: "refuse", label: "Refuse it", done: "The claim was refused." },
  dispute: { name: "dispute", label: "Freeze it as disputed", done: "The record is frozen until the dispute is decided." },
  uphold: { name: "uphold", label: "Leave it to its owner", main: true, done: "The record stays with its owner." },
  revoke: { name: "revoke", label: "Take it from its owner", done: "The record has no owner now." },
};

/** A claim with all that is known about it. */
export function ClaimItem({ item, done }: { item: DeskClaim; done: (says: string) => Promise<void> }) {
  const { claim, user, owner, owned, evidence, decisions, history } = item;
  const name = user?.name ?? "Somebody";
  const record = claim.person?.label ?? "a record that is here no more";
  const decide = async (decision: string, reason: string): Promise<void> => {
    const freeze = decision === FREEZE.name;
    const taken = freeze ? "dispute" : (decision as Decision);
    await change("POST", `desk/claims/${freeze ? owned : claim.id}`, { decision: taken, reason });
    await done(STEPS[taken].done);
  };
  const contested = claim.state === "pending" && owned !== null && owned !== claim.id;
  const steps: Step[] = [...decisions.map((each) => STEPS[each]), ...(contested ? [FREEZE] : [])];
  return (
    <li className="desk-item">
      <h3 tabIndex={-1}>
        <span dir="auto">{name}</span> says to be <span dir="auto">{record}</span>
      </h3>
      <p className="quiet">
        {STATES[claim.state]} since {date(claim.changed_at)}
      </p>
      <Facts
        rows={[
          ["Who", <Who key="who" user={user} />],
          ["Record", <Record key="record" of={claim.person} />],
          ["Its owner", owner ? owner.id === user?.id ? "the one who claims it" : <Who key="owner" user={owner} /> : <span className="quiet">nobody</span>],
        ]}
      />
      {claim.message && <Said>{claim.message}</Said>}
      {evidence.length > 0 && (
        <ul className="desk-evidence">
          {evidence.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <History lines={history} />
      <Decide about={`${name}, ${record}`} steps={steps} to={contested ? `${name} is told by mail; of freezing, the owner.` : `${name} is told by mail.`} send={decide} />
    </li>
  );
}
