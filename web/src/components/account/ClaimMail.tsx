import { useState } from "react";
import { change } from "../../core/api/client";
import type { Ref, UserClaim } from "../../core/api/types";
import { Link, To } from "../To";
import { Form } from "./Form";
import { DoorFrame, Done } from "./parts";

/** What the link of a letter to an address at an institution opens. It is used by a press, of the one who claims only. */
export function ClaimMailPage({ secret }: { secret: string }) {
  const [person, found] = useState<Ref | null>(null);
  const show = async (): Promise<void> => found((await change<UserClaim>("POST", "claims/mail", { token: secret })).person);
  return (
    <DoorFrame title="Your address at an institution" lede={secret ? "This adds to your claim that you read mail at that address: the moderator will see it. If you have claimed nothing, close this page." : "This address is only a part of the link: open the link in the letter, all of it."}>
      {person ? (
        <Done>
          <p>
            It was added to your claim of <To kind="Person" id={person.id}>{person.label}</To>.
          </p>
        </Done>
      ) : (
        secret && <Form fields={[]} button="Add it to my claim" doing="Adding it…" send={show} />
      )}
      <ul className="door-ways">
        <li>
          <Link path="login?next=/account">Log in</Link>
          <span className="quiet"> first, if you are not, and then open the link again</span>
        </li>
      </ul>
    </DoorFrame>
  );
}
