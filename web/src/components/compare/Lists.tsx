import type { ComparedThing, ComparedThings, ComparedWorks, Kind, PaperRef, Ref, Totals } from "../../core/api/types";
import { count, plural, schemeOf } from "../../core/format";
import { Panel } from "../Panel";
import { PaperTitle } from "../PaperTitle";
import { To } from "../To";

/** The part of two people's things that both have, or one alone. */
type Part = keyof Totals;
const PARTS: Part[] = ["shared", "only_a", "only_b"];

interface Pair {
  a: Ref;
  b: Ref;
}

const whose = (part: Part, { a, b }: Pair): string => (part === "shared" ? "Both" : part === "only_a" ? `Only ${a.label}` : `Only ${b.label}`);

interface ThreeProps {
  title: string;
  /** What is said where neither has any. */
  none: string;
  /** Whether none at all of one person means that no source states any, as of topics and institutions. */
  sparse?: boolean;
  pair: Pair;
  totals: Totals;
  /** The entries of a part, as list items. */
  items: (part: Part) => React.ReactNode[];
}

/** Three lists beside each other: of both, of the first alone, of the second alone. */
function Three({ title, none, sparse = false, pair, totals, items }: ThreeProps) {
  const all = PARTS.reduce((sum, part) => sum + totals[part], 0);
  const unknown = { only_a: sparse && totals.shared + totals.only_a === 0, only_b: sparse && totals.shared + totals.only_b === 0 };
  const says = (part: Part): string | null => (part === "shared" ? (unknown.only_a || unknown.only_b ? "not known" : null) : unknown[part] ? "not imported" : null);
  return (
    <Panel title={title} aside={all > 0 && !says("shared") ? `${count(totals.shared)} of ${count(all)} shared` : undefined} className="compared">
      {all === 0 ? (
        <p className="unknown">{none}</p>
      ) : (
        <div className="compared-three">
          {PARTS.map((part) => (
            <List key={part} title={whose(part, pair)} total={totals[part]} unknown={says(part)} items={items(part)} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function List({ title, total, unknown, items }: { title: string; total: number; unknown: string | null; items: React.ReactNode[] }) {
  return (
    <section>
      <h3 className="compared-whose" dir="auto">
        {title} {!unknown && <span className="quiet">{items.length < total ? `${count(items.length)} of ${count(total)}` : count(total)}</span>}
      </h3>
      {total === 0 ? <p className={unknown ? "unknown" : "quiet"}>{unknown ?? "none"}</p> : <ul>{items}</ul>}
    </section>
  );
}

/** Works of two people. */
export function Works({ pair, works }: { pair: Pair; works: ComparedWorks }) {
  return <Three title="Works" none="Works not imported" pair={pair} totals={works.totals} items={(part) => works[part].map((paper) => <Paper key={paper.id} paper={paper} />)} />;
}

function Paper({ paper }: { paper: PaperRef }) {
  return (
    <li className="compared-work">
      <PaperTitle paper={paper} />{" "}
      <span className="quiet">{paper.year ?? "year not imported"}</span>
    </li>
  );
}

/** Co-authors, topics or institutions of two people, with how many works of each. */
export function Things({ title, none, kind, pair, things }: { title: string; none: string; kind: Kind; pair: Pair; things: ComparedThings }) {
  return <Three title={title} none={none} sparse={kind !== "Person"} pair={pair} totals={things.totals} items={(part) => things[part].map((thing) => <Thing key={thing.id} thing={thing} kind={kind} part={part} pair={pair} />)} />;
}

function Thing({ thing, kind, part, pair }: { thing: ComparedThing; kind: Kind; part: Part; pair: Pair }) {
  const told =
    part === "shared" ? (
      <>
        <span className="hidden">works: {pair.a.label} </span>
        {count(thing.works_a)} <span aria-hidden="true">|</span>
        <span className="hidden">, {pair.b.label} </span> {count(thing.works_b)}
      </>
    ) : (
      plural(part === "only_a" ? thing.works_a : thing.works_b, "work")
    );
  return (
    <li className="compared-thing">
      <span>
        <To kind={kind} id={thing.id}>
          {thing.label}
        </To>
        {thing.scheme && (
          <>
            {" "}
            <span className="code">{schemeOf(thing.id)}</span>
          </>
        )}
      </span>
      <span className="bars-value" title={part === "shared" ? "Works of the first and of the second" : undefined}>
        {told}
      </span>
    </li>
  );
}
