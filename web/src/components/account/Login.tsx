import { useEffect } from "react";
import { account, askAccount, doorPath, entered, goOn, nextOf } from "../../core/account";
import { change } from "../../core/api/client";
import type { LoggedIn } from "../../core/api/types";
import { forget } from "../../core/api/resource";
import { useStore } from "../../core/store";
import { Link } from "../To";
import { Form } from "./Form";
import { Orcid } from "./Orcid";
import { DoorFrame, EMAIL, PASSWORD } from "./parts";

/** What became of a login with ORCID that did not succeed, as the address says it. */
const FAILED: Record<string, string> = {
  expired: "The login with ORCID took too long, or was begun in another browser: begin again.",
  refused: "ORCID was not allowed to tell who you are: allow it there, or log in with your mail address.",
  taken: "This ORCID iD belongs to another account: log in to that one.",
  disabled: "This account is disabled: write to those who run this site.",
  "too-many": "Too many attempts with ORCID: try again in some minutes.",
  unavailable: "ORCID did not answer as it should: try again later.",
};

/** Somebody is logged in now: what was answered to nobody is asked again. */
export function enter(answer: LoggedIn): void {
  entered(answer.user);
  forget();
  goOn(answer.next);
}

/** Log in, and go on with what was begun. */
export function LoginPage({ query, next = nextOf(query), lede }: { query: string; next?: string; lede?: string }) {
  const now = useStore(account);
  const failed = new URLSearchParams(query).get("orcid");
  useEffect(() => {
    askAccount().catch(() => undefined); // Without an answer there is the form, which says what is wrong.
  }, []);
  const logIn = async ({ email, password }: Record<string, string>): Promise<void> => enter(await change<LoggedIn>("POST", "account/login", { email, password, next }));
  return (
    <DoorFrame title="Log in" lede={lede}>
      {failed && (
        <p role="alert" className="door-note">
          {FAILED[failed] ?? "The login with ORCID did not succeed: begin again."}
        </p>
      )}
      {now?.user && (
        <p role="status" className="door-note">
          You are logged in as <span dir="auto">{now.user.name}</span>. <Link path="account">Your account</Link>
        </p>
      )}
      <Form fields={[EMAIL, PASSWORD]} button="Log in" doing="Logging in…" send={logIn} />
      <ul className="door-ways">
        <li>
          <Link path="reset">Choose a new password</Link>
          <span className="quiet"> if you have forgotten it</span>
        </li>
        <li>
          <Link path={doorPath("register", next)}>Register</Link>
          <span className="quiet"> if you have no account yet</span>
        </li>
      </ul>
      {now?.ways.includes("orcid") && <Orcid next={next} label="Log in with ORCID" />}
    </DoorFrame>
  );
}
