import type { AffiliationSpan, TopicShare } from "../../core/api/types";
import { plural, schemeName, span } from "../../core/format";
import { Bar } from "../Bar";
import { Panel } from "../Panel";
import { NotImported } from "../States";
import { To } from "../To";

/** Topics with their weights, by scheme. */
export function Topics({ topics, title = "Topics" }: { topics: TopicShare[]; title?: string }) {
  const schemes = [...new Set(topics.map((topic) => topic.scheme))];
  const most = Math.max(1, ...topics.map((topic) => topic.papers));
  return (
    <Panel title={title} className="topics">
      {topics.length === 0 && <NotImported>Topics not imported</NotImported>}
      {schemes.map((scheme) => (
        <div key={scheme}>
          <h3 className="scheme">{schemeName(scheme)}</h3>
          <ul className="bars">
            {topics
              .filter((topic) => topic.scheme === scheme)
              .map((topic) => (
                <li key={topic.id}>
                  <To kind="Topic" id={topic.id}>
                    {topic.name}
                  </To>
                  <span className="bars-value">
                    {plural(topic.papers, "work")}
                    {topic.last_year !== null && <span className="quiet">, last {topic.last_year}</span>}
                  </span>
                  <Bar share={topic.papers / most} kind="Topic" says={`${topic.papers} of at most ${most}`} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

/** Institutions over time, as lines on a common scale of years. */
export function Institutions({ spans, first, last }: { spans: AffiliationSpan[]; first: number | null; last: number | null }) {
  const from = first ?? 0;
  const width = Math.max(1, (last ?? from) - from + 1);
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
              {span(item.first_year, item.last_year) || "year not imported"}
              {item.country && <span className="quiet"> · {item.country}</span>}
            </span>
            {item.first_year !== null && (
              <svg className="span-line" width="100%" height="6" aria-hidden="true">
                <rect className="span-track" width="100%" y="2.5" height="1" />
                <rect className="span-bar" y="1" height="4" rx="2" x={`${((item.first_year - from) / width) * 100}%`} width={`${(((item.last_year ?? item.first_year) - item.first_year + 1) / width) * 100}%`} />
              </svg>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
