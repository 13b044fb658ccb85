import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { FeaturedPerson, People as Best } from "../../core/api/types";
import { initials, plural, span } from "../../core/format";
import { Panel } from "../Panel";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";
import { To } from "../To";

const QUESTION = address("people", { limit: 6 });

/** Some people to open, those with the most works. */
export function People({ imports }: { imports: boolean }) {
  const answer = useResource<Best>(QUESTION);
  return (
    <Panel title="People to start from">
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="The people could not be listed." />}
      {!answer.data && !answer.error && <Skeleton lines={6} className="skeleton-featured" />}
      {answer.data?.items.length === 0 && <p className="quiet">
          Nobody is in this graph yet. {imports && "Bring somebody in by an identifier below. "}Who runs this site loads a source with <code>bzpeer load</code>.
        </p>}
      <ul className="featured">
        {answer.data?.items.map((person) => (
          <Featured key={person.id} person={person} />
        ))}
      </ul>
      {answer.data && <SeeQuery path={QUESTION} />}
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
