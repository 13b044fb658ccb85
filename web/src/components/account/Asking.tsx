import { useState } from "react";
import { filled } from "../../core/account/fields";
import { change } from "../../core/api/client";
import type { Said } from "../../core/api/types";
import { type Asked, Form } from "./Form";
import { DoorFrame, Done, EMAIL } from "./parts";

const PERSON: Asked = {
  name: "person",
  label: "Identifier of the person",
  type: "text",
  complete: "off",
  hint: "An ORCID iD, or what stands after /people/ in the address of the page.",
  check: filled("Give an identifier of the person."),
};
const ASKED = {
  "opt-out": {
    title: "Take a person out",
    lede: "Name, identifiers and words leave the graph, and an anonymous author stays in the bylines. A moderator decides; for 30 days it can be undone. No account is needed: a letter asks you to confirm it.",
    path: "opt-outs",
    words: { name: "reason", label: "What a moderator should know", type: "words", complete: "off", hint: "It can stay empty.", free: true, check: () => null },
  },
  correct: {
    title: "Correct a record",
    lede: "Tell what is wrong with the record of a person. A moderator sees to it and answers by mail. No account is needed: a letter asks you to confirm it.",
    path: "corrections",
    words: { name: "reason", label: "What is wrong, and where that can be seen", type: "words", complete: "off", check: filled("Say what is wrong.") },
  },
} as const satisfies Record<string, { title: string; lede: string; path: string; words: Asked }>;

/** Ask something of the moderators by mail; what the link of the letter opens, which is used by a press only. */
export function AskingPage({ page, query, secret }: { page: keyof typeof ASKED; query: string; secret: string }) {
  const { title, lede, path, words } = ASKED[page];
  const [said, say] = useState<string | null>(null);
  const first = new URLSearchParams(query).get("person") ?? "";
  const ask = async ({ person, email, reason }: Record<string, string>): Promise<void> => say((await change<Said>("POST", path, { person, email, reason })).says);
  const confirm = async (): Promise<void> => say((await change<Said>("POST", `${path}/confirm`, { token: secret })).says);
  return (
    <DoorFrame title={title} lede={lede}>
      {said ? (
        <Done>
          <p>{said}</p>
        </Done>
      ) : secret ? (
        <Form fields={[]} button="Confirm the request" doing="Confirming…" send={confirm} />
      ) : (
        <Form fields={[{ ...PERSON, first }, EMAIL, words]} button="Send the letter" doing="Sending a letter…" send={ask} />
      )}
    </DoorFrame>
  );
}
