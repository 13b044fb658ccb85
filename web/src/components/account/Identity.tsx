import { useState } from "react";
import { entered } from "../../core/account";
import { filled } from "../../core/account/fields";
import { change } from "../../core/api/client";
import type { Account, AccountUser, Said } from "../../core/api/types";
import { Panel } from "../Panel";
import { type Asked, Form } from "./Form";
import { Orcid } from "./Orcid";
import { NEW_PASSWORD, PASSWORD } from "./parts";

const NAME: Asked = { name: "name", label: "Name", type: "text", complete: "name", check: filled("Type how you want to be called.") };
const OLD: Asked = { ...PASSWORD, name: "old", label: "Password until now" };

/** Name, mail address and ORCID iD. */
export function Identity({ user, ways }: { user: AccountUser; ways: Account["ways"] }) {
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
        <dd>{user.email ?? <span className="quiet">none; you log in with ORCID</span>}</dd>
        <dt>ORCID iD</dt>
        <dd>{user.orcid ? <a href={`https://orcid.org/${user.orcid}`}>{user.orcid}</a> : <span className="quiet">not proved</span>}</dd>
      </dl>
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
