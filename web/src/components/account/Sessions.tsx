import { browserName } from "../../core/account/agent";
import { change } from "../../core/api/client";
import type { AccountSessions, Said } from "../../core/api/types";
import { date } from "../../core/format";
import { Panel } from "../Panel";
import { Skeleton } from "../States";
import { usePrivate, useTold } from "./hooks";

/** The browsers in which one is logged in, each to be logged out. */
export function Sessions() {
  const { data, wrong, reload } = usePrivate<AccountSessions>("account/sessions");
  const { told, run } = useTold();
  const end = (path: string): void =>
    run(async () => {
      const { says } = await change<Said>("DELETE", path);
      await reload();
      return says;
    });
  return (
    <Panel title="Where you are logged in">
      {!data && !wrong && <Skeleton lines={2} />}
      <ul className="owned">
        {data?.items.map((session) => (
          <li key={session.id}>
            <div>
              <p className="owned-name" title={session.agent}>
                {browserName(session.agent)}
                {session.current && <span className="tag owned-tag">this browser</span>}
              </p>
              <p className="quiet">
                since {date(session.created_at)}, used last on {date(session.seen_at)}, ends on {date(session.expires_at)} at the latest
              </p>
            </div>
            {!session.current && (
              <button type="button" className="textbutton" onClick={() => end(`account/sessions/${session.id}`)}>
                Log out<span className="hidden"> {browserName(session.agent)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {data && data.items.length > 2 && (
        <button type="button" className="button" onClick={() => end("account/sessions")}>
          Log out all other browsers
        </button>
      )}
      <p role="status" className="owned-told">
        {told || wrong}
      </p>
    </Panel>
  );
}
