import type { ActivePerson, Formula } from "../core/api/types";
import { count, plural } from "../core/format";
import { Bar } from "./Bar";
import { type Longer, More } from "./More";
import { Onward } from "./Onward";
import { Panel } from "./Panel";
import { SeeQuery } from "./SeeQuery";
import { To } from "./To";

interface ActiveProps {
  title: string;
  people: ActivePerson[];
  total: number;
  formula: Formula;
  /** What a reader finds here, after the formula. */
  use?: string;
  /** What is said when there is nobody. */
  none: string;
  longer: Longer<unknown>;
  /** Where they are active: the explorer goes on from there. */
  about: string;
}

/** People by their recent work on a topic or at an institution; the formula can be opened. */
export function Active({ title, people, total, formula, use, none, longer, about }: ActiveProps) {
  const most = Math.max(...people.map((item) => item.weight), Number.MIN_VALUE);
  const told = total > people.length ? `${count(people.length)} of ${plural(total, "person", "people")}` : plural(total, "person", "people");
  return (
    <Panel title={title} aside={people.length > 0 ? told : undefined} className="active">
      {people.length === 0 && <p className="quiet">{none}</p>}
      <ol className="bars">
        {people.map((item) => (
          <li key={item.person.id}>
            <To kind="Person" id={item.person.id}>
              {item.person.label}
            </To>
            <span className="bars-value">
              {plural(item.papers, "work")}
              {item.last_year !== null && <span className="quiet">, last {item.last_year}</span>}
            </span>
            <Bar share={item.weight / most} kind="Person" says={`${Math.round((item.weight / most) * 100)}% of the most active`} />
          </li>
        ))}
      </ol>
      <More longer={longer} shown={people.length} total={total} onward={<Onward id={about} what="people" />} />
      {people.length > 0 && (
        <details className="disclosure ranking">
          <summary>How this is ranked</summary>
          <p className="formula">{formula.text}</p>
          <p className="quiet">
            {formula.source}. {use}
          </p>
        </details>
      )}
      <SeeQuery path={longer.question} />
    </Panel>
  );
}
