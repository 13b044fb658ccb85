import { change, fetchFile } from "../../core/api/client";
import type { AccountUser, Said } from "../../core/api/types";
import { save } from "../../core/save";
import { Panel } from "../Panel";
import { Link } from "../To";
import { Form } from "./Form";
import { useTold } from "./hooks";
import { PASSWORD } from "./parts";

/** All that is stored about oneself, as a file; and the end of the account. */
export function Leaving({ user, onGone }: { user: AccountUser; onGone: (says: string) => void }) {
  const { told, run } = useTold();
  const fetchAll = (): void =>
    run(async () => {
      save(await fetchFile("api/account/export"), "bzpeer-account.json");
      return "The file was saved.";
    });
  const remove = async ({ password }: Record<string, string>): Promise<void> => onGone((await change<Said>("POST", "account/delete", user.password ? { password } : {})).says);
  return (
    <Panel title="What is stored about you">
      <p className="owned-about">
        <button type="button" className="button" onClick={fetchAll}>
          Save all of it as a file
        </button>
      </p>
      <p role="status" className="owned-told">
        {told}
      </p>
      <p>
        <Link path="privacy">What is stored, why, and for how long</Link>
      </p>
      <details className="disclosure leaving">
        <summary>Delete the account</summary>
        <p>The account goes with all that is private: name, mail address, follows, feed, tokens, sessions, invitations and what you wrote to others, and with what you said as an owner or confirmed. A record that is yours has no owner then; what sources say in the graph stays. This cannot be undone.</p>
        <Form fields={user.password ? [PASSWORD] : []} button="Delete my account for good" doing="Deleting the account…" main={false} refused="password" send={remove} />
      </details>
    </Panel>
  );
}
