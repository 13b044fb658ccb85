import { useState } from "react";
import { filled } from "../../core/account/fields";
import { change } from "../../core/api/client";
import type { Said } from "../../core/api/types";
import type { Asked } from "./Form";
import { Form } from "./Form";
import { DoorFrame, Done, EMAIL } from "./parts";

const PERSON: Asked = {
  name: "person",
  label: "Identifier of the person",
  type: "text",
  complete: "off",
  hint: "An ORCID iD, or what stands after /people/ in the address of the page.",
  check: filled("Give an identifier of the person."),
};
const LEDE = "Name, identifiers and words leave the graph, and an anonymous author stays in the bylines. A moderator decides.";

/** Ask that a person be taken out of the graph; what the link of the letter opens, which is used by a press only. */
export function OptOutPage({ secret }: { secret: string }) {
  const [said, say] = useState<string | null>(null);
  const ask = async ({ person, email }: Record<string, string>): Promise<void> => say((await change<Said>("POST", "opt-outs", { person, email })).says);
  const confirm = async (): Promise<void> => say((await change<Said>("POST", "opt-outs/confirm", { token: secret })).says);
  return (
    <DoorFrame title="Take a person out" lede={LEDE}>
      {said ? (
        <Done>
          <p>{said}</p>
        </Done>
      ) : secret ? (
        <Form fields={[]} button="Confirm the request" doing="Confirming…" send={confirm} />
      ) : (
        <Form fields={[PERSON, EMAIL]} button="Send the letter" doing="Sending a letter…" send={ask} />
      )}
    </DoorFrame>
  );
}
