import { type ReactNode, useState } from "react";
import type { AffiliationSpan, Count, TopicShare } from "../../core/api/types";
import { country, isOn, plural, schemeName, span } from "../../core/format";
import { Bar } from "../Bar";
import { Panel } from "../Panel";
import { SeeQuery } from "../SeeQuery";
import { NotImported } from "../States";
import { To } from "../To";

const FIRST = 6;

/** Topics with their weights, by scheme; the strongest first, the rest one press away. */
export function Topics({ topics, totals = {}, title = "Topics", query, rest }: { topics: TopicShare[]; totals?: Record<string, Count>; title?: string; query?: string; rest?: ReactNode }) {
  const schemes = [...new Set(topics.map((topic) => topic.scheme))];
  const most = Math.max(1, ...topics.map((topic) => topic.papers));
  return (
    <Panel title={title} className="topics">
      {topics.length === 0 && <NotImported>Topics not imported</NotImported>}
      {schemes.map((scheme) => (
        <Scheme key={scheme} scheme={scheme} topics={topics.filter((topic) => topic.scheme === scheme)} total={totals[scheme]?.value ?? null} most={most} />
      ))}
      {rest}
      {query && <SeeQuery path={query} />}
    </Panel>
  );
}

function Scheme({ scheme, topics, total, most }: { scheme: string; topics: TopicShare[]; total: number | null; most: number }) {
  const [all, setAll] = useState(false);
  const visible = all ? topics : topics.slice(0, FIRST);
  return (
    <div>
      <h3 className="scheme">
        {schemeName(scheme)}
        {total !== null && <span>{total > visible.length ? `${visible.length} of ${total}` : total}</span>}
      </h3>
      <ul className="bars">
        {visible.map((topic) => (
          <li key={topic.id}>
            <span>
              <To kind="Topic" id={topic.id}>
                {topic.name}
              </To>
              {scheme === "arxiv" && <span className="code">{topic.id.slice(topic.id.indexOf(":") + 1)}</span>}
            </span>
            <span className="bars-value">
              {plural(topic.papers, "work")}
              {topic.last_year !== null && <span className="quiet">, last {topic.last_year}</span>}
            </span>
            <Bar share={topic.papers / most} kind="Topic" says={`${topic.papers} of at most ${most}`} />
          </li>
        ))}
      </ul>
      {topics.length > FIRST && (
        <button type="button" className="textbutton" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show ${topics.length - FIRST} more`}
        </button>
      )}
      {all && total !== null && total > topics.length && <p className="quiet topics-rest">Only the strongest {topics.length} are listed; add the others to the picture.</p>}
    </div>
  );
}

/** Institutions over time, as lines on a common scale of years. */
export function Institutions({ spans, first, last, query }: { spans: AffiliationSpan[]; first: number | null; last: number | null; query: string }) {
  const years = [first, last, ...spans.flatMap((item) => [item.first_year, item.last_year])].filter((year) => year != null);
  const from = Math.min(...years);
  const to = Math.max(...years);
  const share = (number: number): string => `${(number / (to - from + 1)) * 100}%`;
  return (
    <Panel title="Institutions over time" className="institutions">
      {spans.length === 0 && <p className="unknown">Affiliations not imported: no source of these works states any for this person.</p>}
      <ul className="spans">
        {spans.map((item) => (
          <li key={item.id}>
            <To kind="Institution" id={item.id}>
              {item.name}
            </To>
            <span className="bars-value">
              {isOn(item) ? `since ${item.first_year}` : span(item.first_year, item.last_year) || "year not imported"}
              {item.country && <span className="quiet"> · {country(item.country)}</span>}
            </span>
            {item.first_year !== null && (
              <svg className="span-line" width="100%" height="6" aria-hidden="true">
                <rect className="span-track" width="100%" y="2.5" height="1" />
                <rect className="span-bar" y="1" height="4" rx="2" x={share(item.first_year - from)} width={share((item.last_year ?? to) - item.first_year + 1)} />
              </svg>
            )}
          </li>
        ))}
      </ul>
      <SeeQuery path={query} />
    </Panel>
  );
}
