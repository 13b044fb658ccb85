import { useState } from "react";
import { doorPath, nextOf } from "../../core/account";
import { filled } from "../../core/account/fields";
import { change } from "../../core/api/client";
import type { Said } from "../../core/api/types";
import { Link } from "../To";
import { type Asked, Form } from "./Form";
import { DoorFrame, Done, EMAIL, NEW_PASSWORD } from "./parts";

const NAME: Asked = { name: "name", label: "Name", type: "text", complete: "name", check: filled("Type how you want to be called."), hint: "How you want to be called." };
const FIELDS = [NAME, EMAIL, { ...NEW_PASSWORD, label: "Password" }];

/** Register: a letter follows, whatever the address. */
export function RegisterPage({ query }: { query: string }) {
  const next = nextOf(query);
  const [said, say] = useState<string | null>(null);
  const register = async ({ name, email, password }: Record<string, string>): Promise<void> => say((await change<Said>("POST", "account/register", { name, email, password, next })).says);
  return (
    <DoorFrame title="Register" lede="Nobody needs an account to read. With one you can follow people, topics and institutions, and claim your own record.">
      {said ? (
        <Done>
          <p>{said}</p>
          <p className="quiet">The link works once, within a day. A letter that does not come may lie among the unwanted ones.</p>
        </Done>
      ) : (
        <Form fields={FIELDS} button="Register" doing="Sending a letter…" send={register}>
          <p className="quiet form-terms">
            <Link path="privacy">What is stored, why, and for how long</Link>
          </p>
        </Form>
      )}
      <ul className="door-ways">
        <li>
          <Link path={doorPath("login", next)}>Log in</Link>
          <span className="quiet"> if you have an account</span>
        </li>
      </ul>
    </DoorFrame>
  );
}
