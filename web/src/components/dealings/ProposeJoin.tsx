import { useEffect, useRef, useState } from "react";
import { filled } from "../../core/account/fields";
import { ApiError, change } from "../../core/api/client";
import type { JoinPreview, PersonProfile, SearchHit } from "../../core/api/types";
import { type Asked, Form } from "../account/Form";
import { usePrivate } from "../account/hooks";
import { previewPath, Sides } from "../desk/JoinSides";
import { Search } from "../Search";
import { Skeleton } from "../States";

interface Proposing {
  person: PersonProfile;
  done: (says: string) => void;
}

const REASON: Asked = {
  name: "reason",
  label: "How it can be seen that they are one person",
  type: "words",
  complete: "off",
  hint: "Up to 500 characters; when the records are joined, everybody can read it.",
  check: filled("Say how it can be seen that they are one person."),
};
const SENT = "Your proposal was sent: a moderator decides, and you are told by mail. It stands in your account.";

/** Propose that the record of another person be joined to this one, or this one to it. */
export default function ProposeJoin({ person, done }: Proposing) {
  const [other, choose] = useState<{ id: string; label: string } | null>(null);
  const pick = ({ id, label }: SearchHit): void => choose({ id, label });
  if (other) return <Chosen key={other.id} person={person} other={other} done={done} again={() => choose(null)} />;
  return (
    <div className="correct-part">
      <p className="quiet">Look for the other record of {person.name}.</p>
      <Search placeholder="Search the same person by name or identifier" kind="Person" pick={pick} />
    </div>
  );
}

function Chosen({ person, other, done, again }: Proposing & { other: { id: string; label: string }; again: () => void }) {
  const [turned, turn] = useState<boolean | null>(null);
  const [keep, alias] = turned ? [other.id, person.id] : [person.id, other.id];
  const { data, wrong } = usePrivate<JoinPreview>(previewPath(keep, alias));
  const free = data ? data.obstacles.length === 0 : turned !== null; // While the other preview is on its way, what was typed stays.
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.focus({ preventScroll: true }), []);
  const send = async ({ reason }: Record<string, string>): Promise<void> => {
    if (!data) throw new ApiError(0, "Wait until both records stand here side by side, then propose it.");
    await change("POST", "desk/joins", { keep, alias, reason });
    done(SENT);
  };
  return (
    <div ref={part} tabIndex={-1} className="correct-part" role="group" aria-label={`Join with ${other.label}`}>
      {wrong && (
        <p role="alert" className="form-wrong">
          {wrong}
        </p>
      )}
      {!data && !wrong && <Skeleton lines={5} />}
      {data && <Sides preview={data} />}
      <p className="correct-ways">
        <button type="button" className="textbutton" onClick={again}>
          Choose another record
        </button>
        {free && (
          <button type="button" className="textbutton" onClick={() => turn(!turned)}>
            Keep the other one
          </button>
        )}
      </p>
      {free && <Form fields={[REASON]} button="Propose to join them" doing="Sending the proposal…" main={false} send={send} />}
    </div>
  );
}
