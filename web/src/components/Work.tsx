import { type ReactNode, useState } from "react";
import type { BylineEntry, Identifier, Work } from "../core/api/types";
import { count, plural, schemeName, workType } from "../core/format";
import { fileName } from "../core/works";
import { ExportMenu } from "./ExportMenu";
import { MathText } from "./MathText";
import { PaperTitle } from "./PaperTitle";
import { To } from "./To";
import { ToRead } from "./ToRead";

const SHORT = 8;

/** The authors in order; of a long byline the first ones and the last, and all of it one press away. */
export function Byline({ entries, total, self }: { entries: BylineEntry[]; total: number | null; self?: string }) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return <p className="byline unknown">Authors not imported</p>;
  const long = entries.length > SHORT + 2;
  const keep = (entry: BylineEntry, i: number): boolean => all || !long || i < SHORT || i === entries.length - 1 || (entry.id !== null && entry.id === self);
  const missing = (total ?? entries.length) - entries.length;
  return (
    <p className="byline">
      {entries.map((entry, i) =>
        keep(entry, i) ? (
          <span key={i} className="byline-name">
            <Author entry={entry} self={self} />
            {i < entries.length - 1 && ", "}
          </span>
        ) : (
          keep(entries[i - 1]!, i - 1) && <span key={i}>…, </span>
        ),
      )}
      {missing > 0 && <span className="quiet"> and {plural(missing, "author")} not named by the source</span>}
      {long && (
        <>
          {" "}
          <button type="button" className="textbutton byline-all" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `show the first ${SHORT}` : `show all ${count(entries.length)}`}
          </button>
        </>
      )}
    </p>
  );
}

function Author({ entry, self }: { entry: BylineEntry; self: string | undefined }) {
  if (entry.id === null) return <bdi>{entry.name}</bdi>;
  if (entry.id === self) return <strong dir="auto">{entry.name}</strong>;
  return (
    <To kind="Person" id={entry.id}>
      {entry.name}
    </To>
  );
}

/** What the year is and rests on: "2025, first version; revised 2026". */
export function YearNote({ work }: { work: Work }) {
  if (work.year === null) return <span className="unknown">year not imported</span>;
  return (
    <span>
      {work.date ?? work.year}
      {work.year_basis && `, ${work.year_basis}`}
      {work.revised_year !== null && `; revised ${work.revised_year}`}
    </span>
  );
}

/** Identifiers that lead somewhere; those known only to a source stand in the provenance of the page. */
export function Identifiers({ items }: { items: Identifier[] }) {
  return items.map(
    (item) =>
      item.url && (
        <span key={`${item.scheme}:${item.value}`}>
          <span className="quiet">{schemeName(item.scheme)}</span>{" "}
          <a href={item.url} rel="noopener">
            {item.value}
          </a>
        </span>
      ),
  );
}

/** The authors' abstract on demand, or the editors' summary. */
export function Abstract({ work, open = false }: { work: Work; open?: boolean }) {
  if (work.abstract) {
    return (
      <details className="disclosure abstract" open={open}>
        <summary>Abstract{work.abstract_source && <span className="quiet"> from {schemeName(work.abstract_source)}</span>}</summary>
        <p className="prose" dir="auto">
          <MathText text={work.abstract} />
        </p>
      </details>
    );
  }
  if (!work.summary) return null;
  return (
    <div className="abstract">
      <p className="prose" dir="auto">
        <MathText text={work.summary} />
      </p>
      <p className="summary-by">Summary by the editors; the authors’ abstract is not imported</p>
    </div>
  );
}

/** A work in a list; `children` stand with what can be done with it. */
export function WorkItem({ work, self, heading: Heading = "h4", children }: { work: Work; self?: string; heading?: "h3" | "h4"; children?: ReactNode }) {
  return (
    <article className="work">
      <Heading className="work-title" dir="auto">
        <PaperTitle paper={work} />
      </Heading>
      <Byline entries={work.byline} total={work.author_count} {...(self ? { self } : {})} />
      <p className="work-meta">
        {work.retracted && <span><strong className="retracted">Retracted</strong></span>}
        {work.type && <span>{workType(work.type)}</span>}
        <YearNote work={work} />
        {work.venue && <span className="venue">{work.venue}</span>}
        <Identifiers items={work.identifiers} />
        {work.open_access && <span>open access</span>}
        {work.citations_graph !== null && work.citations_graph > 0 && <span>cited {plural(work.citations_graph, "time")} in this graph</span>}
        {work.citations_source !== null && <span>{plural(work.citations_source, "citation")} by the source</span>}
        {work.source && <span className="quiet">source: {schemeName(work.source)}</span>}
      </p>
      <Abstract work={work} />
      <div className="work-tools">
        <ExportMenu label="Cite" ids={[work.id]} name={fileName(work)} />
        <ToRead work={work} />
        {children}
      </div>
    </article>
  );
}
