import { useResource } from "../../core/api/resource";
import type { ConsoleTerms, Dataset, LoadSummary } from "../../core/api/types";
import { capital, count, date, join, noun, plural, schemeName } from "../../core/format";
import { KINDS } from "../../core/graph/types";
import { Bar } from "../Bar";
import { KindIcon } from "../KindIcon";
import { Panel } from "../Panel";
import { SeeQuery } from "../SeeQuery";
import { Failure, NotImported, Skeleton } from "../States";
import { Link } from "../To";

/** The data set's description on its way. */
export type Described = ReturnType<typeof useResource<Dataset>>;

/** What the data set holds, by kind, and how complete it is. */
export function Holdings({ answer }: { answer: Described }) {
  const { data } = answer;
  return (
    <Panel title="What this data set holds" className="holdings">
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="The data set could not be described." />}
      {!data && !answer.error && <Skeleton lines={14} className="skeleton-rows" />}
      {data && (
        <>
          <ul className="holdings-kinds">
            {KINDS.map((kind) => (
              <li key={kind}>
                <KindIcon kind={kind} size={20} />
                {data.counts[kind] ? (
                  <span>
                    <strong>{count(data.counts[kind])}</strong> {noun(kind, data.counts[kind])}
                  </span>
                ) : (
                  <NotImported>{`${noun(kind, 2)} not imported`}</NotImported>
                )}
              </li>
            ))}
          </ul>
          <p className="quiet">
            {data.sources.length > 0 && `From ${join(data.sources.map(schemeName))}. `}
            {data.latest_year !== null && `Latest year ${data.latest_year}. `}
            Version {data.version}.
          </p>
          <InCypher />
          <ul className="bars" aria-label="How complete it is">
            {data.completeness.filter((item) => item.of > 0).map((item) => (
              <li key={item.fact}>
                <span>{capital(item.fact)}</span>
                <span className="bars-value">
                  {count(item.have)} of {count(item.of)}
                </span>
                <Bar share={item.have / item.of} says={`${item.have} of ${item.of}`} />
              </li>
            ))}
          </ul>
          <SeeQuery path="dataset" />
        </>
      )}
    </Panel>
  );
}

/** The way to the console, for those who may use it. */
function InCypher() {
  const terms = useResource<ConsoleTerms>("api/console");
  if (!terms.data?.allowed) return null;
  return (
    <p>
      <Link path="console">Ask it in Cypher</Link>
    </p>
  );
}

const LOADS = 5;

/** How fresh the data set is: its last loads, the newest first. */
export function Loads({ answer }: { answer: Described }) {
  const loads = answer.data?.loads ?? [];
  if (answer.error) return null;
  return (
    <Panel title="How fresh it is" aside={loads.length > LOADS ? `the last ${LOADS} of ${plural(loads.length, "load")}` : undefined}>
      {!answer.data && <Skeleton lines={3} className="skeleton-rows" />}
      {answer.data && loads.length === 0 && <p className="quiet">Nothing was loaded yet.</p>}
      <ul className="loads">
        {loads.slice(0, LOADS).map((load) => (
          <Load key={load.id} load={load} />
        ))}
      </ul>
      {answer.data && <SeeQuery path="dataset" />}
    </Panel>
  );
}

/** What became of the records that a load read. */
function tally(load: LoadSummary): string {
  const parts: [number, string][] = [
    [load.written, "new or changed"],
    [load.unchanged, "as before"],
    [load.rejected, "could not be read"],
  ];
  const told = parts.filter(([n]) => n > 0).map(([n, says]) => `${n === load.read ? "all" : count(n)} ${says}`);
  return [plural(load.read, "record"), ...told].join(", ");
}

function Load({ load }: { load: LoadSummary }) {
  const when = date(load.finished_at);
  const state = load.state === "done" ? null : load.state === "failed" ? "failed" : "running now";
  return (
    <li>
      <span className="load-source">{capital(schemeName(load.source))}</span>
      <span className="load-when">{state ?? when}</span>
      <span className="quiet">{tally(load)}</span>
    </li>
  );
}
