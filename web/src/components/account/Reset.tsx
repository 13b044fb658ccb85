import { useState } from "react";
import { change } from "../../core/api/client";
import type { LoggedIn, Said } from "../../core/api/types";
import { Link } from "../To";
import { Form } from "./Form";
import { enter } from "./Login";
import { DoorFrame, Done, EMAIL, NEW_PASSWORD } from "./parts";

const TITLE = "Choose a new password";

/** Ask for a letter with which a new password can be chosen. */
export function AskReset() {
  const [said, say] = useState<string | null>(null);
  const ask = async ({ email }: Record<string, string>): Promise<void> => say((await change<Said>("POST", "account/reset", { email })).says);
  return (
    <DoorFrame title={TITLE} lede="A letter with a link comes to the mail address of your account.">
      {said ? (
        <Done>
          <p>{said}</p>
          <p className="quiet">The link works once, within an hour. A letter that does not come may lie among the unwanted ones.</p>
        </Done>
      ) : (
        <Form fields={[EMAIL]} button="Send the letter" doing="Sending a letter…" send={ask} />
      )}
      <ul className="door-ways">
        <li>
          <Link path="login">Log in</Link>
          <span className="quiet"> if you know it after all</span>
        </li>
      </ul>
    </DoorFrame>
  );
}

/** What the link of that letter opens. */
export function ChoosePassword({ secret }: { secret: string }) {
  const choose = async ({ password }: Record<string, string>): Promise<void> => enter(await change<LoggedIn>("POST", "account/reset/password", { token: secret, password }));
  return (
    <DoorFrame title={TITLE} lede="You are logged in then; all other browsers are logged out, and all tokens for programs revoked.">
      <Form fields={[NEW_PASSWORD]} button="Set the password" doing="Setting the password…" send={choose} />
      <ul className="door-ways">
        <li>
          <Link path="reset">Ask for another letter</Link>
          <span className="quiet"> if the link works no more</span>
        </li>
      </ul>
    </DoorFrame>
  );
}
