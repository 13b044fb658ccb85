import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { address } from "../../core/api/client";
import type { PersonProfile, Work } from "../../core/api/types";
import { plural } from "../../core/format";
import { segment } from "../../core/route";
import { createStore } from "../../core/store";
import { ALL, type Filter, filters, params, parse, search, told } from "../../core/works";
import { useRested } from "../hooks";
import { Panel } from "../Panel";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";
import { ChosenBar } from "./Chosen";
import { List } from "./List";
import { Timeline } from "./Timeline";
import { Toolbar } from "./Toolbar";
import { FIRST, NEXT, useWorks } from "./useWorks";

/** The filter in force, kept in the address, so that a link reopens it. */
function useFilter(): [Filter, Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState<Filter>(() => parse(location.search));
  const text = useRested(filter.text, 250);
  const rested = { ...filter, text };
  const query = search(rested);
  useEffect(() => {
    if (query !== location.search) history.replaceState(history.state, "", location.pathname + query + location.hash);
  }, [query]);
  return [filter, rested, setFilter];
}

/** The works of a person: timeline, filters, list by year, more on demand, to choose from and to export. */
export function Works({ person }: { person: PersonProfile }) {
  const [filter, rested, setFilter] = useFilter();
  const [chosen] = useState(() => createStore<ReadonlyMap<string, Work>>(new Map()));
  const path = `people/${segment(person.id)}/works`;
  const { answer, works, more, pending, error, load } = useWorks(path, params(rested));
  const { data } = answer;
  // In another form only when the works come in another order; and drawn when there is time for it, so that typing never waits.
  const listed = useDeferredValue(useMemo(() => ({ works, grouped: rested.sort === "newest" || rested.sort === "oldest" }), [works]));
  const rest = data ? data.total - works.length : 0;
  return (
    <Panel title="Published work" className="works" aside={<span role="status">{data && !answer.error ? told(data, works.length, filters(rested)) : ""}</span>}>
      <Timeline years={person.years} cited={(person.counts.citations_graph.value ?? 0) > 0} from={filter.from} to={filter.to} onYears={(from, to) => setFilter({ ...filter, from, to })} />
      <Toolbar filter={filter} answer={data} topics={person.topics} onChange={setFilter} />
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="The works could not be listed." />}
      {!data && !answer.error && <Skeleton lines={24} className="skeleton-works" />}
      {data && (
        <div className={answer.stale ? "stale" : undefined} aria-busy={answer.stale}>
          {data.total === 0 && data.total_unfiltered > 0 && (
            <p className="quiet">
              No work meets the filter.{" "}
              <button type="button" className="textbutton" onClick={() => setFilter({ ...ALL, sort: filter.sort })}>
                Clear it
              </button>
            </p>
          )}
          {data.total > 0 && <ChosenBar works={works} chosen={chosen} path={address(path, params(rested)).replace("api/", "")} total={data.total} name={`works-of-${person.name}`} />}
          <List {...listed} self={person.id} chosen={chosen} />
        </div>
      )}
      {error && (
        <p className="failure-what" role="alert">
          {error}
        </p>
      )}
      {more && data && (
        <p className="works-more">
          <button type="button" className="button" disabled={pending} onClick={() => void load(false)}>
            Show {plural(Math.min(NEXT, rest), "more work")}
          </button>
          {rest > NEXT && (
            <button type="button" className="button" disabled={pending} onClick={() => void load(true)}>
              Show all {data.total}
            </button>
          )}
        </p>
      )}
      <SeeQuery path={address(path, { ...params(rested), limit: FIRST })} />
    </Panel>
  );
}
