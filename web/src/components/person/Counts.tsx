import type { ReactNode } from "react";
import type { Count, PersonProfile } from "../../core/api/types";
import { count, date, join, schemeName, span } from "../../core/format";
import { FollowerFigure } from "../account/Follow";
import { Explain } from "../Explain";
import { SeeQuery } from "../SeeQuery";

/** One number of a row: the value, its noun, and on demand where it comes from. */
export function Figure({ value, label, why }: { value: Count; label: string; why: string }) {
  const read = date(value.as_of);
  const origin = value.sources.length > 0 ? `Source: ${join(value.sources.map(schemeName))}${read ? `, read on ${read}` : ""}.` : "";
  return (
    <li className="figure">
      <Explain why={value.value === null ? `${why} ${value.reason ?? "It was never imported."}` : `${why} ${origin}`}>
        {value.value === null ? <span className="figure-unknown">not imported</span> : <span className="figure-value">{count(value.value)}</span>}
        <span className="figure-label">{label}</span>
      </Explain>
    </li>
  );
}

/** A row of numbers between two lines. */
export function Figures({ children }: { children: ReactNode }) {
  return (
    <ul className="figures" aria-label="In numbers">
      {children}
    </ul>
  );
}

const agree = (value: Count, one: string, many: string): string => (value.value === 1 ? one : many);

/** The numbers of a person; `query` is the question that they answer. */
export function Counts({ person, query }: { person: PersonProfile; query: string }) {
  const { counts } = person;
  const [first, last] = [counts.first_year.value, counts.last_year.value];
  const years = span(first, last);
  return (
    <>
      <Figures>
        <Figure value={counts.works} label={agree(counts.works, "work", "works")} why="Works of this person in this graph." />
        {Object.entries(counts.topics).map(([scheme, value]) => (
          <Figure key={scheme} value={value} label={`${schemeName(scheme)} ${agree(value, "topic", "topics")}`} why={`Topics of the scheme ${schemeName(scheme)} on these works.`} />
        ))}
        <Figure value={counts.close_collaborators} label={agree(counts.close_collaborators, "close collaborator", "close collaborators")} why="Co-authors whose tie is at least 0.3 of the strongest one, recent joint papers of few authors weighing most." />
        <Figure value={counts.coauthors} label={agree(counts.coauthors, "co-author", "co-authors")} why="People with at least one joint work in this graph." />
        <Figure value={counts.institutions} label={agree(counts.institutions, "institution", "institutions")} why="Institutions stated for this person on the works." />
        <Figure value={counts.citations_graph} label="citations in this graph" why="Citations from works inside this graph, stated and inferred; never the number in the world." />
        <Figure value={counts.citations_source} label="citations by the source" why="Citations as the source counts them, summed over the works." />
        <li className="figure">
          <Explain why="Users of this site who follow this person; counted here, not imported. They add nothing to the trust in the record.">
            <FollowerFigure kind="person" id={person.id} />
          </Explain>
        </li>
        {years && (
          <li className="figure">
            <Explain why="From the first to the last work in this graph.">
              <span className="figure-value">{years}</span>
              <span className="figure-label">{first === last ? "year" : "years"}</span>
            </Explain>
          </li>
        )}
      </Figures>
      <SeeQuery path={query} />
    </>
  );
}
