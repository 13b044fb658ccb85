import { lazy, memo, type ReactNode } from "react";
import { words } from "../../core/account/words";
import type { Work } from "../../core/api/types";
import { plainMath } from "../../core/math";
import { type Store, usePart } from "../../core/store";
import { byYear } from "../../core/works";
import { Later } from "../Boundary";
import { WorkItem } from "../Work";

const OwnedLine = lazy(() => import("./Owned").then((module) => ({ default: module.OwnedLine })));
const Owned = lazy(() => import("./Owned").then((module) => ({ default: module.Owned })));

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
  const own = usePart(words, (now) => now?.person.id === self && now.mine);
  const item = (work: Work, heading: "h3" | "h4"): ReactNode => <Row key={work.id} work={work} self={self} heading={heading} chosen={chosen} own={own} />;
  const list = grouped ? (
    byYear(works).map(([year, of]) => (
      <section key={year ?? "none"} className="year" aria-label={year === null ? "Year not imported" : String(year)}>
        <h3 className="year-head">{year ?? <span className="unknown">no year</span>}</h3>
        <div>{of.map((work) => item(work, "h4"))}</div>
      </section>
    ))
  ) : (
    <div className="works-list">{works.map((work) => item(work, "h3"))}</div>
  );
  return (
    <>
      {own && (
        <Later>
          <OwnedLine self={self} />
        </Later>
      )}
      {list}
    </>
  );
});

const Row = memo(function Row({ work, self, heading, chosen, own }: { work: Work; self: string; heading: "h3" | "h4"; chosen: Chosen; own: boolean }) {
  return (
    <div className="work-row">
      <Choose work={work} chosen={chosen} />
      <div>
        <WorkItem work={work} self={self} heading={heading}>
          {own && (
            <Later instead={null}>
              <Owned work={work} self={self} />
            </Later>
          )}
        </WorkItem>
      </div>
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
