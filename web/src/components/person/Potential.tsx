import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Potential as Person, PotentialCollaborators, Via } from "../../core/api/types";
import { count, plural, span, topicNames } from "../../core/format";
import { segment } from "../../core/route";
import { More, useLonger } from "../More";
import { OnDemand } from "../Panel";
import { PaperRows } from "../PaperRows";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";
import { To } from "../To";

/** People never worked with, each with through whom and why. */
export function Potential({ id, name }: { id: string; name: string }) {
  return (
    <OnDemand title="People they might work with" hint="New people, found through those they work with now. Open to look." className="potential">
      {() => <List id={id} name={name} />}
    </OnDemand>
  );
}

function List({ id, name }: { id: string; name: string }) {
  const question = address(`people/${segment(id)}/potential-collaborators`);
  const answer = useResource<PotentialCollaborators>(question);
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what="No suggestions could be made." />;
  if (!answer.data) return <Skeleton lines={9} className="skeleton-rows" />;
  return <Found first={answer.data} question={question} name={name} />;
}

/** The server suggests a hundred at most. */
const SIZES = [20, 100];

function Found({ first, question, name }: { first: PotentialCollaborators; question: string; name: string }) {
  const longer = useLonger(question, first, SIZES);
  const { items, total, rule, formula } = longer.facts;
  return (
    <>
      {total > items.length && (
        <p className="quiet">
          The first {count(items.length)} of {count(total)} people within reach
        </p>
      )}
      {items.length === 0 && <p className="quiet">Nobody new is within reach of {name} in this graph.</p>}
      <ol className="people">
        {items.map((item) => (
          <Row key={item.person.id} item={item} />
        ))}
      </ol>
      <More longer={longer} shown={items.length} total={total} />
      <details className="disclosure">
        <summary>How these are found</summary>
        <p>{rule}</p>
        <p className="formula">{formula.text}</p>
        <p className="quiet">{formula.source}.</p>
      </details>
      <SeeQuery path={longer.question} />
    </>
  );
}

function Row({ item }: { item: Person }) {
  const best = item.via[0];
  return (
    <li className="tie">
      <div className="tie-line">
        <To kind="Person" id={item.person.id} className="tie-name">
          {item.person.label}
        </To>
        {item.works !== null && <span className="quiet">{plural(item.works, "work")}</span>}
      </div>
      {best && <Way via={best} to={item.person.label} />}
      {item.via.length > 1 && <p className="quiet">also {item.via.slice(1).map((via) => `through ${via.people.map((p) => p.label).join(", then ")}`).join("; ")}</p>}
      {item.shared_topics.length > 0 && <p className="quiet">Both on {topicNames(item.shared_topics.slice(0, 3)).join(", ")}</p>}
      {item.papers.length > 0 && (
        <details className="disclosure">
          <summary>{plural(item.papers.length, "recent paper")} of theirs on it</summary>
          <PaperRows papers={item.papers} />
        </details>
      )}
    </li>
  );
}

/** The strongest way to a new person, with the years of each step: "through A (joint works 2016–2022), who wrote with B in 2021". */
function Way({ via, to }: { via: Via; to: string }) {
  const years = via.years.map(([first, last]) => span(first, last));
  const end = years[via.people.length];
  return (
    <p className="way">
      through{" "}
      {via.people.map((person, i) => (
        <span key={person.id}>
          {i > 0 && ", then "}
          <To kind="Person" id={person.id}>
            {person.label}
          </To>
          {years[i] && <span className="quiet"> (joint works {years[i]})</span>}
        </span>
      ))}
      {end && (
        <span className="quiet">
          , who wrote with {to} in {end}
        </span>
      )}
    </p>
  );
}
