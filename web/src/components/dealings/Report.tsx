import { useId, useState } from "react";
import { filled } from "../../core/account/fields";
import { REPORT_REASONS } from "../../core/account/reports";
import { change } from "../../core/api/client";
import type { PersonProfile, UserReport } from "../../core/api/types";
import { type Asked, Form } from "../account/Form";

type Reason = UserReport["reason"];

const WORDS: Asked = { name: "words", label: "What happened, and where that can be seen", type: "words", complete: "off", hint: "For the moderators only.", check: filled("Say what happened.") };
const SENT = "Your report was sent: a moderator looks at it, and you are told by mail. It stands in your account.";

/** Tell the moderators of something about this record that should not be. */
export default function Report({ person, done }: { person: PersonProfile; done: (says: string) => void }) {
  return <ReportForm about={`person:${person.id}`} done={done} />;
}

/** Tell the moderators of something that should not be: on a record, or in what somebody has written to one. */
export function ReportForm({ about, reasons = Object.keys(REPORT_REASONS) as Reason[], done }: { about: string; reasons?: readonly Reason[]; done: (says: string) => void }) {
  const id = useId();
  const [reason, choose] = useState<Reason>(reasons[0] ?? "other");
  const send = async ({ words }: Record<string, string>): Promise<void> => {
    await change("POST", "reports", { about, reason, words });
    done(SENT);
  };
  return (
    <div className="correct-part">
      <Form fields={[WORDS]} button="Send the report" doing="Sending the report…" main={false} send={send}>
        <div className="field">
          <div className="field-head">
            <label htmlFor={id}>What it is</label>
          </div>
          <select id={id} value={reason} onChange={(event) => choose(event.target.value as Reason)}>
            {reasons.map((each) => (
              <option key={each} value={each}>
                {REPORT_REASONS[each].label}
              </option>
            ))}
          </select>
        </div>
      </Form>
    </div>
  );
}
