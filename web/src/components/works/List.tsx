import { memo, type ReactNode } from "react";
import type { Work } from "../../core/api/types";
import { plainMath } from "../../core/math";
import { type Store, usePart } from "../../core/store";
import { byYear } from "../../core/works";
import { WorkItem } from "../Work";

/** The works that the reader chose, by id, in the order of choosing. */
export type Chosen = Store<ReadonlyMap<string, Work>>;

interface ListProps {
  works: readonly Work[];
  /** The person whose works these are: not linked, but set in bold. */
  self: string;
  grouped: boolean;
  chosen: Chosen;
}

/** Works to read and to choose from, by year or in one list. Drawn anew only when it holds other works. */
export const List = memo(function List({ works, self, grouped, chosen }: ListProps) {
  const item = (work: Work, heading: "h3" | "h4"): ReactNode => <Row key={work.id} work={work} self={self} heading={heading} chosen={chosen} />;
  if (!grouped) return <div className="works-list">{works.map((work) => item(work, "h3"))}</div>;
  return byYear(works).map(([year, of]) => (
    <section key={year ?? "none"} className="year" aria-label={year === null ? "Year not imported" : String(year)}>
      <h3 className="year-head">{year ?? <span className="unknown">no year</span>}</h3>
      <div>{of.map((work) => item(work, "h4"))}</div>
    </section>
  ));
});

const Row = memo(function Row({ work, self, heading, chosen }: { work: Work; self: string; heading: "h3" | "h4"; chosen: Chosen }) {
  return (
    <div className="work-row">
      <Choose work={work} chosen={chosen} />
      <WorkItem work={work} self={self} heading={heading} />
    </div>
  );
});

function Choose({ work, chosen }: { work: Work; chosen: Chosen }) {
  const on = usePart(chosen, (works) => works.has(work.id));
  return (
    <label className="work-choose">
      <input type="checkbox" checked={on} aria-label={`Choose ${plainMath(work.title ?? work.id)}`} onChange={() => chosen.update(toggle([work], !on))} />
    </label>
  );
}

/** Choose works, or choose them no more. */
export const toggle =
  (works: readonly Work[], on: boolean) =>
  (before: ReadonlyMap<string, Work>): ReadonlyMap<string, Work> => {
    const after = new Map(before);
    for (const work of works) {
      if (on) after.set(work.id, work);
      else after.delete(work.id);
    }
    return after;
  };
