import { useId, useState } from "react";
import { filled } from "../../core/account/fields";
import { ApiError, change } from "../../core/api/client";
import type { AccountToken, NewToken } from "../../core/api/types";
import { type Asked, Form } from "./Form";

type Scope = AccountToken["scopes"][number];

/** What a token may be allowed to do, in words. */
export const SCOPES: Record<Scope, { label: string; short: string }> = {
  "account:read": { label: "Read what is stored about you", short: "read your account" },
  follow: { label: "Follow and unfollow for you", short: "follow" },
  claim: { label: "Claim records for you", short: "claim" },
  query: { label: "Ask in Cypher, where the console is for accounts", short: "ask in Cypher" },
};
const ALL = Object.keys(SCOPES) as Scope[];
const DAYS = [30, 90, 365] as const;
const NAME: Asked = { name: "name", label: "What it is for", type: "text", complete: "off", check: filled("Say in some words what the token is for.") };

/** Make a token, for some purpose, with some rights, for some time. */
export function NewTokenForm({ onMade }: { onMade: (made: NewToken) => Promise<void> }) {
  const id = useId();
  const [scopes, setScopes] = useState<Scope[]>(["account:read"]);
  const [days, setDays] = useState("90");
  const make = async ({ name }: Record<string, string>): Promise<void> => {
    if (scopes.length === 0) throw new ApiError(422, "Choose what the token may do.");
    await onMade(await change<NewToken>("POST", "account/tokens", { name, scopes, days: days ? Number(days) : null }));
  };
  const turn = (scope: Scope, on: boolean): void => setScopes(ALL.filter((each) => (each === scope ? on : scopes.includes(each))));
  return (
    <details className="disclosure">
      <summary>Make a token</summary>
      <Form fields={[NAME]} button="Make the token" doing="Making the token…" main={false} empty send={make}>
        <fieldset className="scopes">
          <legend>It may</legend>
          {ALL.map((scope) => (
            <label key={scope} className="choice">
              <input type="checkbox" checked={scopes.includes(scope)} onChange={(event) => turn(scope, event.target.checked)} />
              {SCOPES[scope].label}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <div className="field-head">
            <label htmlFor={id}>It ends</label>
          </div>
          <select id={id} value={days} onChange={(event) => setDays(event.target.value)}>
            {DAYS.map((each) => (
              <option key={each} value={each}>
                after {each} days
              </option>
            ))}
            <option value="">when I revoke it</option>
          </select>
        </div>
      </Form>
    </details>
  );
}
