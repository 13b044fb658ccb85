import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Assertion, Trust as Answer, TrustGate, TrustPoints, TrustRaise } from "../../core/api/types";
import { date, plural, schemeName } from "../../core/format";
import { segment } from "../../core/route";
import { Bar } from "../Bar";
import { Explain } from "../Explain";
import { MathText } from "../MathText";
import { Panel } from "../Panel";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";
import { To } from "../To";

const CLAIMS = { unclaimed: "Unclaimed", claimed: "Claimed", disputed: "Disputed" };
/** Facts that somebody says here: they have a day, but are not read from anywhere. */
const SAID: readonly Assertion["fact"][] = ["claim", "orcid_proved", "work_confirmed", "confirmation"];

/** How far the record can be trusted: score, band, level; on demand every point with its ground, and what would add to them. */
export function Trust({ id }: { id: string }) {
  const question = address(`people/${segment(id)}/trust`);
  const { data, error, retry } = useResource<Answer>(question);
  return (
    <Panel title="Trust snapshot" className="trust">
      {error && <Failure error={error} retry={retry} what="The trust in this record could not be told." />}
      {!data && !error && <Skeleton lines={6} className="skeleton-rows skeleton-trust" />}
      {data && <Snapshot trust={data} />}
      {data && <SeeQuery path={question} />}
    </Panel>
  );
}

function Snapshot({ trust }: { trust: Answer }) {
  const { score, band, level, claim, gates, points, raises } = trust;
  const by = (party: TrustRaise["by"]): TrustRaise[] => raises.filter((way) => way.by === party);
  return (
    <>
      <p className="trust-line">
        <Explain why={`The sum of the points below. ${trust.scale}.`}>
          <span className="trust-score">{score}</span>
          <span className="quiet"> of 100</span> <span className="trust-band">{band}</span>
        </Explain>
      </p>
      <Bar share={score / 100} kind="Person" says={`${score} of 100 points`} />
      <ul className="head-facts trust-facts">
        <li>
          <Explain why={<Gates gates={gates} />}>Verification {level}</Explain>
        </li>
        <li>{CLAIMS[claim]}</li>
      </ul>
      <p className="quiet trust-about">{trust.about}</p>
      <details className="disclosure" name="trust">
        <summary>How the {plural(score, "point")} came about</summary>
        <ul className="trust-rules">
          {points.map((item) => (
            <Rule key={item.fact} rule={item} />
          ))}
        </ul>
      </details>
      {raises.length > 0 && (
        <details className="disclosure" name="trust">
          <summary>What would raise it</summary>
          <Ways title="From sources" ways={by("sources")} />
          <Ways title="From the owner" ways={by("owner")} />
          {claim === "unclaimed" && (
            <button type="button" className="textbutton" onClick={() => (location.hash = "claim")}>
              To identity and collaboration
            </button>
          )}
          <Ways title="From co-authors and moderators" ways={by("others")} />
        </details>
      )}
    </>
  );
}

/** The levels, each with what it asks for. */
function Gates({ gates }: { gates: TrustGate[] }) {
  return gates.map(({ level, says, passed }) => (
    <span key={level} className="trust-gate">
      <b>
        {level} {passed ? "passed" : "not passed"}
      </b>
      : {says}
    </span>
  ));
}

/** A rule with its points: one assertion stands under it, several one press away. */
function Rule({ rule: { says, points, each, most, asserted, assertions } }: { rule: TrustPoints }) {
  const grounds = (
    <ul>
      {assertions.map((item) => (
        <Ground key={item.id} assertion={item} />
      ))}
    </ul>
  );
  return (
    <li>
      <p className="trust-rule">
        <span>{says}</span>
        <span className="trust-points">+{points}</span>
      </p>
      {assertions.length === 1 ? (
        grounds
      ) : (
        <details className="disclosure">
          <summary>
            {plural(each, "point")} for each of {assertions.length}
            {asserted > most && `; ${asserted} are known, ${most} count`}
          </summary>
          {grounds}
        </details>
      )}
    </li>
  );
}

/** What was asserted, by whom, and when that was read. */
function Ground({ assertion: { fact, kind, id, label, source, as_of } }: { assertion: Assertion }) {
  const read = date(as_of);
  const said = SAID.includes(fact);
  return (
    <li className="trust-ground">
      {kind && (kind !== "Person" || said) ? (
        <To kind={kind} id={id}>
          <MathText text={label} />
        </To>
      ) : (
        <span dir="auto">{label}</span>
      )}
      <span className="quiet">
        {" "}
        · {schemeName(source)}, {read ? `${said ? "on" : "read"} ${read}` : "day of reading unknown"}
      </span>
    </li>
  );
}

function Ways({ title, ways }: { title: string; ways: TrustRaise[] }) {
  if (ways.length === 0) return null;
  return (
    <>
      <h3 className="scheme">{title}</h3>
      <ul className="trust-rules">
        {ways.map((way) => (
          <li key={way.fact} className="trust-rule">
            <span>{way.says}</span>
            <span className="trust-points">+{way.points}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
