import { change } from "../../core/api/client";
import type { LoggedIn } from "../../core/api/types";
import { Link } from "../To";
import { Form } from "./Form";
import { enter } from "./Login";
import { DoorFrame } from "./parts";

/** What the link of a registration opens. It is used by a press only: programs that look into letters open links too. */
export function VerifyPage({ secret }: { secret: string }) {
  const finish = async (): Promise<void> => enter(await change<LoggedIn>("POST", "account/verify", { token: secret }));
  return (
    <DoorFrame title="Finish your registration" lede={secret ? "This shows that the mail address is yours. You are logged in then." : "This address is only a part of the link: open the link in the letter, all of it."}>
      {secret && <Form fields={[]} button="Finish registration" doing="Finishing…" send={finish} />}
      <ul className="door-ways">
        <li>
          <Link path="register">Register again</Link>
          <span className="quiet"> if the link works no more</span>
        </li>
        <li>
          <Link path="login">Log in</Link>
          <span className="quiet"> if you have an account</span>
        </li>
      </ul>
    </DoorFrame>
  );
}
