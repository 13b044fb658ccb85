import { useId, useState } from "react";
import { address, ApiError } from "../../core/api/client";
import { ask, useResource } from "../../core/api/resource";
import type { Work, Works as Answer, YearCount } from "../../core/api/types";
import { count, plural, workType } from "../../core/format";
import { segment } from "../../core/route";
import { useRested } from "../hooks";
import { Panel } from "../Panel";
import { Failure, Skeleton } from "../States";
import { WorkItem } from "../Work";
import { Timeline } from "./Timeline";

interface Filter {
  sort: "newest" | "oldest" | "cited" | "title";
  year: number | null;
  type: string | null;
  text: string;
}

const ALL: Filter = { sort: "newest", year: null, type: null, text: "" };
const PAGE = 25;

/** "47 works", or "5 of 47 works" under a filter, agreeing in number. */
const told = (answer: Answer, here: number): string => {
  const filtered = answer.total < answer.total_unfiltered ? ` that meet the filter, of ${count(answer.total_unfiltered)}` : "";
  if (here < answer.total) return `${count(here)} of ${plural(answer.total, "work")} shown${filtered}`;
  return answer.total === 1 ? `1 work${filtered && ` that meets the filter, of ${count(answer.total_unfiltered)}`}` : `${plural(answer.total, "work")}${filtered}`;
};

/** The works of a person: timeline, filters, list by year, more on demand. */
export function Works({ id, years, cited }: { id: string; years: YearCount[]; cited: boolean }) {
  const [filter, setFilter] = useState<Filter>(ALL);
  const text = useRested(filter.text.trim(), 250);
  const path = `people/${segment(id)}/works`;
  const params = { sort: filter.sort, from: filter.year, to: filter.year, type: filter.type, text, limit: PAGE };
  const question = address(path, params);
  const answer = useResource<Answer>(question);
  const [more, setMore] = useState<{ question: string; works: Work[]; next: string | null; error: string | null } | null>(null);
  const added = more?.question === question ? more : null;
  const works = [...(answer.data?.items ?? []), ...(added?.works ?? [])];
  const next = added ? added.next : (answer.data?.next ?? null);
  const load = async (): Promise<void> => {
    const before = added?.works ?? [];
    try {
      const page = await ask<Answer>(address(path, { ...params, after: next }));
      setMore({ question, works: [...before, ...page.items], next: page.next, error: null });
    } catch (error) {
      setMore({ question, works: before, next, error: error instanceof ApiError ? error.message : "They could not be fetched." });
    }
  };
  return (
    <Panel title="Published work" className="works" aside={<span role="status">{answer.data && !answer.error ? told(answer.data, works.length) : ""}</span>}>
      <Timeline years={years} cited={cited} year={filter.year} onYear={(year) => setFilter({ ...filter, year })} />
      <Toolbar filter={filter} answer={answer.data} onChange={setFilter} />
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="The works could not be listed." />}
      {!answer.data && !answer.error && <Skeleton lines={24} className="skeleton-works" />}
      {answer.data && (
        <div className={answer.stale ? "stale" : undefined} aria-busy={answer.stale}>
          {works.length === 0 && (
            <p className="quiet">
              No work meets the filter.{" "}
              <button type="button" className="textbutton" onClick={() => setFilter(ALL)}>
                Clear it
              </button>
            </p>
          )}
          {filter.sort === "newest" || filter.sort === "oldest" ? <ByYear works={works} self={id} /> : works.map((work) => <WorkItem key={work.id} work={work} self={id} heading="h3" />)}
        </div>
      )}
      {added?.error && <p className="failure-what">{added.error}</p>}
      {next !== null && answer.data && (
        <button type="button" className="button" onClick={() => void load()}>
          Load {plural(Math.min(PAGE, answer.data.total - works.length), "more work")}
        </button>
      )}
    </Panel>
  );
}

function ByYear({ works, self }: { works: Work[]; self: string }) {
  const years = [...new Set(works.map((work) => work.year))];
  return years.map((year) => (
    <section key={year ?? "none"} className="year" aria-label={year === null ? "Year not imported" : String(year)}>
      <h3 className="year-head">{year ?? <span className="unknown">no year</span>}</h3>
      <div>
        {works
          .filter((work) => work.year === year)
          .map((work) => (
            <WorkItem key={work.id} work={work} self={self} />
          ))}
      </div>
    </section>
  ));
}

function Toolbar({ filter, answer, onChange }: { filter: Filter; answer: Answer | null; onChange: (filter: Filter) => void }) {
  const id = useId();
  return (
    <div className="toolbar" role="group" aria-label="Sort and filter the works">
      <label>
        <span>Sort by</span>
        <select value={filter.sort} onChange={(event) => onChange({ ...filter, sort: event.target.value as Filter["sort"] })}>
          <option value="newest">newest first</option>
          <option value="oldest">oldest first</option>
          <option value="cited">most cited in this graph</option>
          <option value="title">title</option>
        </select>
      </label>
      <label>
        <span>Year</span>
        <select value={filter.year ?? ""} onChange={(event) => onChange({ ...filter, year: event.target.value ? Number(event.target.value) : null })}>
          <option value="">all years</option>
          {(answer?.years ?? []).map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </label>
      <label>
        <span>Type</span>
        <select value={filter.type ?? ""} onChange={(event) => onChange({ ...filter, type: event.target.value || null })}>
          <option value="">all types</option>
          {(answer?.types ?? []).map((type) => (
            <option key={type} value={type}>
              {workType(type)}
            </option>
          ))}
        </select>
      </label>
      <label className="toolbar-find" htmlFor={id}>
        <span>Find in titles and venues</span>
        <input id={id} type="search" value={filter.text} placeholder="some words" onChange={(event) => onChange({ ...filter, text: event.target.value })} />
      </label>
    </div>
  );
}
