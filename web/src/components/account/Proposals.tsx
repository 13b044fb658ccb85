import { REPORT_REASONS, REPORTED } from "../../core/account/reports";
import type { DeskCorrection, UserCorrections, UserReport, UserReports } from "../../core/api/types";
import { date } from "../../core/format";
import { Panel } from "../Panel";
import { Skeleton } from "../States";
import { To } from "../To";
import { usePrivate } from "./hooks";

const STATES: Record<DeskCorrection["state"] | UserReport["state"], string> = {
  unconfirmed: "waits to be confirmed",
  open: "waits for a moderator",
  accepted: "was done",
  refused: "was refused",
  undone: "was done, and undone later",
  closed: "was looked at",
};

/** What one has proposed and reported, and what became of it. */
export function Proposals() {
  const proposed = usePrivate<UserCorrections>("corrections");
  const reported = usePrivate<UserReports>("reports");
  const wrong = proposed.wrong ?? reported.wrong;
  const none = proposed.data?.items.length === 0 && reported.data?.items.length === 0;
  return (
    <Panel title="What you proposed and reported">
      {!proposed.data && !wrong && <Skeleton lines={2} />}
      {none && <p className="quiet">Nothing. “Something wrong with this record?” on the page of a person is the way to do so.</p>}
      <ul className="owned">
        {proposed.data?.items.map((item) => (
          <li key={item.id}>
            <div>
              <p>
                <What item={item} /> <span className="quiet">{STATES[item.state]}, {date(item.changed_at)}</span>
              </p>
              <Answer words={item.decision} />
            </div>
          </li>
        ))}
        {reported.data?.items.map((item) => (
          <li key={item.id}>
            <div>
              <p>
                Your report on {item.about === "person" ? <Person of={item.person} /> : REPORTED[item.about]}: {REPORT_REASONS[item.reason].label.toLocaleLowerCase("en")} <span className="quiet">{STATES[item.state]}, {date(item.changed_at)}</span>
              </p>
              <Answer words={item.decision} />
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

function What({ item: { kind, person, alias } }: { item: DeskCorrection }) {
  if (kind !== "join" && kind !== "split") return <Person of={person} />;
  return (
    <>
      That <Person of={alias} /> {kind === "join" ? "is" : "is not"} <Person of={person} />
    </>
  );
}

function Person({ of }: { of: DeskCorrection["person"] }) {
  if (!of) return <span className="quiet">a record that is here no more</span>;
  return (
    <To kind="Person" id={of.id} className="owned-name">
      {of.label}
    </To>
  );
}

function Answer({ words }: { words: string }) {
  if (!words) return null;
  return (
    <p className="quiet">
      The moderator: <span dir="auto">{words}</span>
    </p>
  );
}
