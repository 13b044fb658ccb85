import { CLAIM_STATES } from "../../core/account/claims";
import type { UserClaims } from "../../core/api/types";
import { date } from "../../core/format";
import { Panel } from "../Panel";
import { Skeleton } from "../States";
import { To } from "../To";
import { usePrivate } from "./hooks";

/** The records that one has claimed, with what became of each; what can be done with one stands on its page. */
export function Claims() {
  const { data, wrong } = usePrivate<UserClaims>("claims");
  return (
    <Panel title="Records that you claim">
      {!data && !wrong && <Skeleton lines={2} />}
      {data?.items.length === 0 && <p className="quiet">None. If there is a record about you, claim it on its page.</p>}
      <ul className="owned">
        {data?.items.map(({ id, person, state, reason, changed_at }) => (
          <li key={id}>
            <div>
              <p>
                {person ? (
                  <To kind="Person" id={person.id} className="owned-name">
                    {person.label}
                  </To>
                ) : (
                  <span className="quiet">A record that is here no more</span>
                )}{" "}
                {CLAIM_STATES[state]} <span className="quiet">since {date(changed_at)}</span>
              </p>
              {reason && (
                <p className="quiet">
                  The moderator: <span dir="auto">{reason}</span>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className="owned-told">
        {wrong}
      </p>
    </Panel>
  );
}
