import { useState } from "react";
import { filled } from "../../core/account/fields";
import { ApiError, change } from "../../core/api/client";
import type { Aliases, PersonProfile } from "../../core/api/types";
import { date } from "../../core/format";
import { segment } from "../../core/route";
import { type Asked, Form } from "../account/Form";
import { usePrivate } from "../account/hooks";
import { Skeleton } from "../States";

const REASON: Asked = {
  name: "reason",
  label: "How it can be seen that they are two people",
  type: "words",
  complete: "off",
  hint: "Up to 500 characters, for a moderator.",
  check: filled("Say how it can be seen that they are two people."),
};
const SENT = "Your proposal was sent: a moderator decides, and you are told by mail. It stands in your account.";

/** Propose that a record which was joined to this one stand for itself again; where none was, say what else can be done. */
export default function ProposeSplit({ person, done }: { person: PersonProfile; done: (says: string) => void }) {
  const { data, wrong } = usePrivate<Aliases>(`people/${segment(person.id)}/aliases`);
  const [chosen, choose] = useState("");
  if (wrong) return <p className="form-wrong">{wrong}</p>;
  if (!data) return <Skeleton lines={3} />;
  if (data.items.length === 0) return <AtSource />;
  const send = async ({ reason }: Record<string, string>): Promise<void> => {
    if (!chosen) throw new ApiError(422, "Choose the record that is of somebody else.");
    await change("POST", "desk/splits", { person: person.id, alias: chosen, reason });
    done(SENT);
  };
  return (
    <div className="correct-part">
      <Form fields={[REASON]} button="Propose to split it off" doing="Sending the proposal…" main={false} send={send}>
        <fieldset className="correct-choice">
          <legend>Which of the records that were joined to this one is of somebody else?</legend>
          {data.items.map(({ id, name, at, why }) => (
            <label key={id} className="choice">
              <input type="radio" name="alias" checked={chosen === id} onChange={() => choose(id)} />
              <span>
                <span dir="auto">{name}</span> <code className="quiet">{id}</code>
                <span className="quiet">
                  {" "}
                  joined on {date(at)}: <q dir="auto">{why}</q>
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      </Form>
      <AtSource />
    </div>
  );
}

/** What mixes two people without having been joined here. */
function AtSource() {
  return (
    <p className="correct-part quiet">
      Only records that were joined here can be split here. Where a source itself mixes two people in one record, it is corrected at that source, which the foot of this page names, and comes with its next load; or the owner of the record disowns the works that are not theirs.
    </p>
  );
}
