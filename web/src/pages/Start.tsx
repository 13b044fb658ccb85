import { address } from "../core/api/client";
import { useResource } from "../core/api/resource";
import type { Dataset, FeaturedPerson, People as Best } from "../core/api/types";
import { capital, count, date, initials, join, noun, plural, schemeName, span } from "../core/format";
import { KINDS } from "../core/graph/types";
import { Bar } from "../components/Bar";
import { useTitle } from "../components/hooks";
import { KindIcon } from "../components/KindIcon";
import { Panel } from "../components/Panel";
import { Search } from "../components/Search";
import { Failure, NotImported, Skeleton } from "../components/States";
import { To } from "../components/To";

/** Search first; then some people to open, and what the data set holds. */
export function StartPage() {
  useTitle("BZPEER: researchers in context");
  return (
    <div className="start">
      <header className="start-head">
        <h1>Researchers in context</h1>
        <p className="lede">The papers, people, topics and institutions around one person, as a page, a picture and a ranking with its evidence.</p>
        <Search large />
      </header>
      <div className="columns">
        <People />
        <Holdings />
      </div>
    </div>
  );
}

function People() {
  const answer = useResource<Best>(address("people", { limit: 6 }));
  return (
    <Panel title="People to start from">
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="The people could not be listed." />}
      {!answer.data && !answer.error && <Skeleton lines={18} className="skeleton-rows" />}
      {answer.data?.items.length === 0 && <p className="quiet">Nobody is in this graph yet. Load some records, then come back.</p>}
      <ul className="featured">
        {answer.data?.items.map((person) => (
          <Featured key={person.id} person={person} />
        ))}
      </ul>
    </Panel>
  );
}

function Featured({ person }: { person: FeaturedPerson }) {
  const years = span(person.first_year, person.last_year);
  return (
    <li>
      <To kind="Person" id={person.id} className="featured-link">
        <span className="badge badge-small" aria-hidden="true">
          {initials(person.label)}
        </span>
        <span>
          <span className="featured-name">{person.label}</span>
          <span className="featured-facts">
            {plural(person.works, "work")}
            {years && ` · ${years}`}
            <br />
            {plural(person.coauthors, "co-author")}
          </span>
        </span>
      </To>
    </li>
  );
}

function Holdings() {
  const answer = useResource<Dataset>(address("dataset"));
  const { data } = answer;
  const loaded = data?.loads.find((load) => load.finished_at);
  return (
    <Panel title="What this data set holds" className="holdings">
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="The data set could not be described." />}
      {!data && !answer.error && <Skeleton lines={10} className="skeleton-rows" />}
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
            {loaded && `Last load ${date(loaded.finished_at)}. `}
            {data.latest_year !== null && `Latest year ${data.latest_year}. `}
            Version {data.version}.
          </p>
          <ul className="bars" aria-label="How complete it is">
            {data.completeness.map((item) => (
              <li key={item.fact}>
                <span>{capital(item.fact)}</span>
                <span className="bars-value">
                  {count(item.have)} of {count(item.of)}
                </span>
                <Bar share={item.have / Math.max(1, item.of)} says={`${item.have} of ${item.of}`} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
