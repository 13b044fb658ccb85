import { type ReactNode, useRef, useState } from "react";
import { doorPath, hereAt } from "../../core/account";
import { filled } from "../../core/account/fields";
import { go } from "../../core/route";
import { type Asked, Form } from "../account/Form";
import { Orcid } from "../account/Orcid";
import type { Dealt } from "./dealt";
import { useCalled } from "./useCalled";

const MESSAGE: Asked = {
  name: "message",
  label: "Why it is about you, and where that can be seen",
  type: "words",
  complete: "off",
  hint: "For the moderator: a page of yours that names these works, an address there, a number of a paper.",
  check: filled("Say how a moderator can see that it is about you."),
};
/** Where to come back to: this page, at this action. */
const back = (): string => hereAt("claim");

interface Making extends Dealt {
  /** Claim at once, and say what came of it. */
  make: (message: string) => void;
  /** Claim, for a form that says itself what went wrong. */
  send: (message: string) => Promise<void>;
}

/** The way to claim the record that is open to the one who looks. An address that ends in `#claim` leads to it. */
export function MakeClaim({ person, standing, account, make, send }: Making) {
  const [pressed, press] = useState(false);
  const act = useRef<HTMLDivElement>(null);
  const called = useCalled(["claim"], () => {
    act.current?.scrollIntoView({ block: "center" });
    act.current?.querySelector<HTMLElement>("button, textarea")?.focus({ preventScroll: true });
  });
  const stated = person.identifiers.filter(({ scheme }) => scheme === "orcid").map(({ value }) => value);
  const [first] = stated;
  const mine = account.user?.orcid ?? null;
  const free = standing.claim.state === "unclaimed";
  const form = pressed || called ? (
    <Form fields={[MESSAGE]} button="Send it to a moderator" doing="Sending the claim…" main={false} send={({ message = "" }) => send(message)} />
  ) : (
    <button type="button" className="button" aria-expanded={false} onClick={() => press(true)}>
      {free ? "Claim this record" : "This is me"}
    </button>
  );
  const ways = (): ReactNode => {
    if (!account.user) {
      return (
        <button type="button" className="button" onClick={() => go(doorPath("login", back()))}>
          Log in to claim
        </button>
      );
    }
    if (mine && stated.includes(mine) && free) {
      return (
        <>
          <p>You have proved the ORCID iD on this record: it is yours at once.</p>
          <button type="button" className="button button-main" onClick={() => make("")}>
            Claim this record
          </button>
        </>
      );
    }
    if (mine && first && !stated.includes(mine)) {
      return (
        <p>
          It states the ORCID iD {first}, and yours is {mine}: so it cannot be claimed by you. If two people are mixed in it, propose below to part them.
        </p>
      );
    }
    if (mine || !first || !account.ways.includes("orcid")) return form;
    return (
      <>
        <p>It states the ORCID iD {first}. Is that yours? {free ? "Then the record is yours as soon as you have logged in there." : "Log in there first: a moderator will see it."}</p>
        <Orcid next={back()} label="Prove your ORCID iD" />
        {form}
      </>
    );
  };
  return (
    <div ref={act} className="dealing-act">
      {!free && <p>Is it about you? Claim it too: a moderator decides between you and its owner.</p>}
      {ways()}
    </div>
  );
}
