import { useState } from "react";
import type { useResource } from "../../core/api/resource";
import type { NamedQueries, NamedQuery } from "../../core/api/types";
import { Failure, Skeleton } from "../States";

const GROUPS: Record<NamedQuery["group"], string> = { own: "Of this installation", examples: "Examples", read: "Behind the pages" };

/** The queries that have a name, to pick one from. */
export function Queries({ answer, onPick }: { answer: ReturnType<typeof useResource<NamedQueries>>; onPick: (query: NamedQuery) => void }) {
  const [sought, seek] = useState("");
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what="The queries could not be fetched." />;
  if (!answer.data) return <Skeleton lines={12} />;
  const words = sought.toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = ({ name, purpose }: NamedQuery): boolean => words.every((word) => `${name.replaceAll("_", " ")} ${purpose}`.toLowerCase().includes(word));
  const items = answer.data.items.filter(fits);
  return (
    <>
      <input type="search" className="side-find" aria-label="Find a query" placeholder="Find a query" value={sought} onChange={(event) => seek(event.target.value)} />
      {items.length === 0 && <p className="quiet">No query is about this.</p>}
      {(Object.keys(GROUPS) as NamedQuery["group"][]).map((group) => {
        const of = items.filter((query) => query.group === group);
        return (
          of.length > 0 && (
            <section key={group} aria-label={GROUPS[group]}>
              <h3>{GROUPS[group]}</h3>
              <ul className="picks">
                {of.map((query) => (
                  <li key={query.name}>
                    <button type="button" className="pick" onClick={() => onPick(query)}>
                      <span className="pick-name">{query.name.replaceAll("_", " ")}</span>
                      <span className="pick-about">{query.purpose}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}
