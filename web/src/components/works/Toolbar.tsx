import type { TopicShare, Works } from "../../core/api/types";
import { schemeName, workType } from "../../core/format";
import { ALL, type Filter, filters, type Sort, SORTS } from "../../core/works";

interface ToolbarProps {
  filter: Filter;
  /** What occurs, for the choices; null until it is known. */
  answer: Works | null;
  topics: readonly TopicShare[];
  onChange: (filter: Filter) => void;
}

/** Sort and filter the works. */
export function Toolbar({ filter, answer, topics, onChange }: ToolbarProps) {
  const set = (change: Partial<Filter>): void => onChange({ ...filter, ...change });
  const years = (chosen: number | null): number[] => {
    const all = answer?.years ?? [];
    return chosen === null || all.includes(chosen) ? all : [chosen, ...all].sort((a, b) => b - a);
  };
  const types = answer?.types ?? [];
  return (
    <div className="toolbar" role="group" aria-label="Sort and filter the works">
      <label>
        <span>Sort by</span>
        <select value={filter.sort} onChange={(event) => set({ sort: event.target.value as Sort })}>
          {(Object.keys(SORTS) as Sort[]).map((sort) => (
            <option key={sort} value={sort}>
              {SORTS[sort]}
            </option>
          ))}
        </select>
      </label>
      <Year label="From" value={filter.from} years={years(filter.from)} onChange={(from) => set({ from, to: from !== null && filter.to !== null && filter.to < from ? from : filter.to })} />
      <Year label="To" value={filter.to} years={years(filter.to)} onChange={(to) => set({ to, from: to !== null && filter.from !== null && filter.from > to ? to : filter.from })} />
      <label>
        <span>Kind</span>
        <select value={filter.type ?? ""} onChange={(event) => set({ type: event.target.value || null })}>
          <option value="">all kinds</option>
          {(filter.type === null || types.includes(filter.type) ? types : [filter.type, ...types]).map((type) => (
            <option key={type} value={type}>
              {workType(type)}
            </option>
          ))}
        </select>
      </label>
      {(topics.length > 0 || filter.topic !== null) && <Topic value={filter.topic} topics={topics} onChange={(topic) => set({ topic })} />}
      <label className="toolbar-find">
        <span>Find in titles and venues</span>
        <input type="search" value={filter.text} maxLength={200} placeholder="some words" onChange={(event) => set({ text: event.target.value })} />
      </label>
      {filters(filter) && (
        <button type="button" className="textbutton toolbar-clear" onClick={() => onChange({ ...ALL, sort: filter.sort })}>
          Clear the filter
        </button>
      )}
    </div>
  );
}

function Year({ label, value, years, onChange }: { label: string; value: number | null; years: number[]; onChange: (year: number | null) => void }) {
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ""} onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}>
        <option value="">any year</option>
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </label>
  );
}

/** Topics in groups by scheme, the strongest first. */
function Topic({ value, topics, onChange }: { value: string | null; topics: readonly TopicShare[]; onChange: (topic: string | null) => void }) {
  const schemes = [...new Set(topics.map((topic) => topic.scheme))];
  return (
    <label>
      <span>Topic</span>
      <select value={value ?? ""} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">all topics</option>
        {value !== null && !topics.some((topic) => topic.id === value) && <option value={value}>{value}</option>}
        {schemes.map((scheme) => (
          <optgroup key={scheme} label={schemeName(scheme)}>
            {topics
              .filter((topic) => topic.scheme === scheme)
              .map((topic) => (
                <option key={topic.id} value={topic.id}>
                  {topic.name} ({topic.papers})
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
