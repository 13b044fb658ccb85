import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { People } from "../../core/api/types";
import type { Explorer } from "../../core/explore/explorer";
import { initials, plural, span } from "../../core/format";
import { useStore } from "../../core/store";
import { Failure, Skeleton } from "../States";
import { Link } from "../To";

/** Nothing is open yet: search first, and a few real people to start from, one or several together. */
export function Welcome({ explorer }: { explorer: Explorer }) {
  const answer = useResource<People>(address("people", { limit: 6 }));
  const { frames } = useStore(explorer.session);
  return (
    <div className="welcome">
      <h2>Start from a person or a paper</h2>
      <p className="lede">Search above, or take one of these. Add more people and papers to see what joins them.</p>
      {frames.length > 0 && (
        <p>
          <button type="button" className="button" onClick={() => explorer.jump(frames.length)}>
            Back to the view before
          </button>
        </p>
      )}
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="The people could not be listed." />}
      {!answer.data && !answer.error && <Skeleton lines={8} />}
      <ul className="welcome-people">
        {answer.data?.items.map((person) => (
          <li key={person.id}>
            <button type="button" className="welcome-person" onClick={() => void explorer.act({ do: "start", ids: [person.id] })}>
              <span className="badge badge-small" aria-hidden="true">
                {initials(person.label)}
              </span>
              <span>
                <strong dir="auto">{person.label}</strong>
                <span className="quiet">
                  {[plural(person.works, "work"), plural(person.coauthors, "co-author"), span(person.first_year, person.last_year)].filter(Boolean).join(" · ")}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {answer.data?.items.length === 0 && <p className="quiet">
          Nobody is in this graph yet. <Link path="">Bring somebody in</Link> by an identifier; who runs this site loads a source with <code>bzpeer load</code>.
        </p>}
    </div>
  );
}
