import { type ReactNode, useEffect, useRef, useState } from "react";
import { filled } from "../../core/account/fields";
import { change } from "../../core/api/client";
import type { InvitationWanted, PersonWords, Talks, UserInvitation, UserInvitations } from "../../core/api/types";
import { date } from "../../core/format";
import { segment } from "../../core/route";
import { type Purpose, PURPOSES } from "../../core/talks";
import { Done } from "../account/parts";
import { type Asked, Form } from "../account/Form";
import { usePrivate } from "../account/hooks";
import { Link } from "../To";
import type { Dealt } from "./dealt";
import { ChooseWorks, type Chosen } from "./ChooseWorks";

const MESSAGE: Asked = {
  name: "message",
  label: "Your message",
  type: "words",
  complete: "off",
  hint: "Say who you are and what you have in mind. $…$ is math.",
  check: filled("Write what you have in mind."),
};

/** Inviting the owner. What they say of it comes first: who is not open to it is not asked. */
export default function InviteForm(dealt: Dealt) {
  const { data, wrong } = usePrivate<PersonWords>(`people/${segment(dealt.person.id)}/words`);
  if (wrong) return <Instead>{wrong}</Instead>;
  if (!data) return null;
  if (data.words?.open === false) return <Instead>Whoever owns this record says that they are not open to collaborate now.</Instead>;
  return <Known {...dealt} />;
}

/** What is said in the place of the form: it takes the focus that the button had. */
function Instead({ children }: { children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} role="status">
      {children}
    </p>
  );
}

/** The conversation with the owner of a record that is open, if there is one, whoever invited. */
function talkWith(id: string, talks: Talks, sent: UserInvitations): string | undefined {
  const begun = sent.items.filter((each) => each.person?.id === id).map((each) => each.conversation);
  const mine = talks.items.find(({ id: talk, closed, other }) => !closed && other?.person && (other.person.id === id || begun.includes(talk)));
  return mine?.id;
}

/** The form, unless an invitation waits or a conversation is open already. */
function Known(dealt: Dealt) {
  const { data, wrong } = usePrivate<UserInvitations>("invitations?box=sent&limit=100");
  const talks = usePrivate<Talks>("conversations");
  const [sent, setSent] = useState<UserInvitation | null>(null);
  useEffect(() => {
    if (location.hash === "#invite") history.replaceState(history.state, "", location.pathname + location.search);
  }, []);
  if (wrong || talks.wrong) return <Instead>{wrong ?? talks.wrong}</Instead>;
  if (!data || !talks.data) return null;
  const talk = talkWith(dealt.person.id, talks.data, data);
  if (talk) {
    return (
      <Instead>
        You are in a conversation with whoever owns this record. <Link path={`messages/${talk}`}>Open the conversation</Link>
      </Instead>
    );
  }
  const waits = sent ?? data.items.find((each) => each.state === "open" && each.person?.id === dealt.person.id);
  if (!waits) return <Write {...dealt} sent={setSent} />;
  return (
    <Done>
      <p>
        You have invited <bdi>{dealt.person.name}</bdi> on {date(waits.created_at)}. It waits for an answer until {date(waits.expires_at)}.
      </p>
      <p>
        <Link path="messages">Your messages</Link>
      </p>
    </Done>
  );
}

function Write({ person, sent }: Dealt & { sent: (invitation: UserInvitation) => void }) {
  const [purpose, setPurpose] = useState<Purpose>("co-author");
  const [topic, setTopic] = useState("");
  const [works, setWorks] = useState<readonly Chosen[]>([]);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const send = async ({ message = "" }: Record<string, string>): Promise<void> => {
    const wanted: InvitationWanted = { person: person.id, purpose, topic: topic || null, works: works.map((each) => each.id), message };
    sent(await change<UserInvitation>("POST", "invitations", wanted));
  };
  return (
    <div ref={form}>
      <Form fields={[MESSAGE]} button="Send the invitation" doing="Sending…" main={false} send={send}>
        <label className="field">
          <span>What for</span>
          <select value={purpose} onChange={(event) => setPurpose(event.target.value as Purpose)}>
            {Object.entries(PURPOSES).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {person.topics.length > 0 && (
          <label className="field">
            <span>Topic, if it is about one</span>
            <select value={topic} onChange={(event) => setTopic(event.target.value)}>
              <option value="">No topic</option>
              {person.topics.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <ChooseWorks id={person.id} chosen={works} choose={setWorks} />
        <p className="quiet invite-terms">Whoever owns the record reads it with your name, and your ORCID iD and your own record where you have proved them. They can accept, decline, or let it lapse in 30 days.</p>
      </Form>
    </div>
  );
}
