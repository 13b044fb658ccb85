import type { Ref } from "../../core/api/types";
import { initials } from "../../core/format";
import { comparePath, go } from "../../core/route";
import { Search } from "../Search";
import { To } from "../To";

interface HeadsProps {
  a: Ref | null;
  b: Ref | null;
  /** The two ids of the address, also while their names are on the way. */
  ids: [string, string];
}

/** The two people; each can be replaced by another one, and the two can change places. */
export function Heads({ a, b, ids }: HeadsProps) {
  const [first, second] = ids;
  return (
    <div className="compare-heads">
      <Head person={a} id={first} label="First person" replace={(id) => comparePath(id, second)} />
      <button type="button" className="icon-button compare-swap" aria-label="Swap the two" title="Swap the two" disabled={!first || !second} onClick={() => go(comparePath(second, first))}>
        <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round">
          <path d="M4 9h15l-4-4M20 15H5l4 4" />
        </svg>
      </button>
      <Head person={b} id={second} label="Second person" replace={(id) => comparePath(first, id)} />
    </div>
  );
}

function Head({ person, id, label, replace }: { person: Ref | null; id: string; label: string; replace: (id: string) => string }) {
  return (
    <section className="compare-head" aria-label={label}>
      <span className={`badge badge-small ${person ? "" : "badge-empty"}`} aria-hidden="true">
        {person && initials(person.label)}
      </span>
      <p className="compare-name">
        {person ? (
          <To kind="Person" id={person.id}>
            {person.label}
          </To>
        ) : (
          <span className="quiet">{id || "Nobody yet"}</span>
        )}
      </p>
      <Search kind="Person" placeholder={id ? "Another person" : "Search a person"} pick={(hit) => go(replace(hit.id))} />
    </section>
  );
}
