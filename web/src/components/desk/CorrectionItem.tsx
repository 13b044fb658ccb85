import { change } from "../../core/api/client";
import type { DeskCorrection } from "../../core/api/types";
import { date } from "../../core/format";
import { Decide, type Step } from "./Decide";
import { JoinSides } from "./JoinSides";
import { Facts, History, Owners, Record, Said, Who } from "./parts";

type Kind = DeskCorrection["kind"];

const ACCEPT: Record<Kind, string> = { join: "Join them", split: "Split them", "opt-out": "Take the person out", fault: "It is mended" };
const UNDO: Record<Kind, string> = { join: "Split them again", split: "Join them again", "opt-out": "Bring the person back", fault: "" };
const DONE: Record<Kind, string> = { join: "The records were joined.", split: "The records were split.", "opt-out": "The person was taken out.", fault: "It was answered as mended." };
const UNDONE: Record<Kind, string> = { join: "The records stand for themselves again.", split: "The records were joined again.", "opt-out": "The person is back.", fault: "" };
const MOVED = { join: ["Would be joined", "Joined"], split: ["Would be split off", "Split off"] } as const;
const STATES: Record<DeskCorrection["state"], string> = { unconfirmed: "Waits to be confirmed", open: "Waits", accepted: "Accepted", refused: "Refused", undone: "Undone" };

function titleOf({ kind, state, person, alias }: DeskCorrection): string {
  const [one, other] = [person?.label ?? "a record that is here no more", alias?.label ?? "a record that is here no more"];
  if (kind === "join") return `${other} is ${one}`;
  if (kind === "split") return `${other} is not ${one}`;
  if (kind === "fault") return `Something is wrong with the record of ${one}`;
  return state === "accepted" ? "Somebody was taken out" : `Take ${one} out`;
}

function stepsOf({ kind, decisions }: DeskCorrection): Step[] {
  const labels = { accept: ACCEPT[kind], refuse: "Refuse it", undo: UNDO[kind] };
  return decisions.map((name) => ({ name, label: labels[name], main: name === "accept" }));
}

/** Something that somebody asks to be corrected, or that was. */
export function CorrectionItem({ item, done }: { item: DeskCorrection; done: (says: string) => Promise<void> }) {
  const { id, kind, state, person, alias, user, email, owners, reason, decision, until, history } = item;
  const title = titleOf(item);
  const decide = async (step: string, words: string): Promise<void> => {
    if (step === "undo") await change("POST", `desk/corrections/${id}/undo`, { words });
    else await change("POST", `desk/corrections/${id}`, { accept: step === "accept", words });
    await done(step === "undo" ? UNDONE[kind] : step === "accept" ? DONE[kind] : "It was refused.");
  };
  const gone = kind === "opt-out" && state === "accepted";
  return (
    <li className="desk-item">
      <h3 tabIndex={-1} dir="auto">
        {title}
      </h3>
      <p className="quiet">
        {STATES[state]} since {date(item.changed_at)}
        {until && `; it can be undone until ${date(until)}`}
      </p>
      {!gone && (
        <Facts
          rows={[
            ["Who asks", user ? <Who key="who" user={user} /> : (email ?? <span className="quiet">somebody who confirmed it by mail; the address is not kept</span>)],
            [kind === "join" || kind === "split" ? "Person" : "Record", <Record key="person" of={person} />],
            ...(kind === "join" || kind === "split" ? ([[MOVED[kind][state === "open" ? 0 : 1], <Record key="alias" of={alias} />]] as const) : []),
            ["Owner", <Owners key="owners" users={owners} />],
          ]}
        />
      )}
      {reason && <Said>{reason}</Said>}
      {decision && (
        <p>
          The moderator: <q dir="auto">{decision}</q>
        </p>
      )}
      {kind === "join" && state === "open" && person && alias && <JoinSides keep={person.id} alias={alias.id} />}
      {gone && <p>Name, identifiers and words are out of the graph. Who it was, and who asked, is not kept.</p>}
      <History lines={history} />
      <Decide about={title} steps={stepsOf(item)} to={toWhom(item)} send={decide} />
    </li>
  );
}

/** Who is told what a moderator writes. */
function toWhom({ kind, state, user, email }: DeskCorrection): string {
  const asked = user?.name ?? email;
  if (kind === "opt-out" && state === "accepted") return "Nobody can be told: no address was kept. It stands in the history.";
  if (kind === "fault") return `${asked ?? "Who asked"} is told by mail.`;
  const owner = "the owner of a record, where there is one";
  const told = asked ? `${asked}, and ${owner}, are told by mail.` : `The address of who asked is not kept; ${owner}, is told by mail.`;
  return kind === "opt-out" ? `${told} When the person is taken out, these words are not kept.` : told;
}
