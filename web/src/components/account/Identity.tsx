import { useState } from "react";
import { entered } from "../../core/account";
import { filled } from "../../core/account/fields";
import { change } from "../../core/api/client";
import type { Account, AccountUser, Said } from "../../core/api/types";
import { Panel } from "../Panel";
import { type Asked, Form } from "./Form";
import { Orcid } from "./Orcid";
import { EMAIL, NEW_PASSWORD, PASSWORD } from "./parts";

const NAME: Asked = { name: "name", label: "Name", type: "text", complete: "name", check: filled("Type how you want to be called.") };
const OLD: Asked = { ...PASSWORD, name: "old", label: "Password until now" };

/** A mail address for somebody who has none: asked for, and with the secret of the letter's link shown to be theirs. */
function Address({ secret, say }: { secret: string; say: (says: string) => void }) {
  const ask = async ({ email }: Record<string, string>): Promise<void> => say((await change<Said>("POST", "account/email", { email })).says);
  const add = async (): Promise<void> => {
    entered(await change<AccountUser>("POST", "account/email/confirm", { token: secret }));
    say("The mail address was added: what is decided about you is sent there, too.");
  };
  return (
    <>
      {secret && <Form fields={[]} button="Use the address of the letter" doing="Adding it…" send={add} />}
      <Form fields={[EMAIL]} button="Add a mail address" doing="Sending a letter…" main={false} send={ask} />
    </>
  );
}

/** Name, mail address and ORCID iD; `secret` is that of a link to a new mail address. */
export function Identity({ user, ways, secret }: { user: AccountUser; ways: Account["ways"]; secret: string }) {
  const [said, say] = useState("");
  const rename = async ({ name }: Record<string, string>): Promise<void> => {
    say("");
    entered(await change<AccountUser>("PATCH", "account", { name }));
    say("The name was changed.");
  };
  return (
    <Panel title="Who you are">
      <dl className="facts">
        <dt>Mail address</dt>
        <dd>{user.email ?? <span className="quiet">none; you log in with ORCID, and nothing is sent to you: what is decided about you stands on this page</span>}</dd>
        <dt>ORCID iD</dt>
        <dd>{user.orcid ? <a href={`https://orcid.org/${user.orcid}`}>{user.orcid}</a> : <span className="quiet">not proved</span>}</dd>
      </dl>
      {!user.email && <Address secret={secret} say={say} />}
      {!user.orcid && ways.includes("orcid") && <Orcid next="/account" label="Prove your ORCID iD" />}
      <Form fields={[{ ...NAME, first: user.name }]} button="Change the name" doing="Changing the name…" main={false} send={rename} />
      <p role="status" className="owned-told">
        {said}
      </p>
    </Panel>
  );
}

/** Another password; other browsers are logged out. An account without a mail address has none. */
export function Password({ user }: { user: AccountUser }) {
  const [said, say] = useState("");
  if (!user.email) return null;
  const set = async ({ old, password }: Record<string, string>): Promise<void> => {
    say("");
    say((await change<Said>("POST", "account/password", user.password ? { old, password } : { password })).says);
    entered({ ...user, password: true });
  };
  return (
    <Panel title="Password">
      <details className="disclosure">
        <summary>{user.password ? "Change the password" : "Set a password"}</summary>
        <Form fields={user.password ? [OLD, NEW_PASSWORD] : [NEW_PASSWORD]} button={user.password ? "Change the password" : "Set the password"} doing="Setting the password…" main={false} refused="old" empty send={set} />
      </details>
      <p role="status" className="owned-told">
        {said}
      </p>
    </Panel>
  );
}
