import type { ActivePerson, Ref, TopicFacts } from "../core/api/types";
import { count, plural, schemeName } from "../core/format";
import { Bar } from "../components/Bar";
import { GraphPanel } from "../components/graph/Panel";
import { useTitle } from "../components/hooks";
import { Named } from "../components/Named";
import { Panel } from "../components/Panel";
import { Provenance } from "../components/Provenance";
import { SeeQuery } from "../components/SeeQuery";
import { To } from "../components/To";
import { Kicker, NodePage, nodePath } from "./Node";
import { Papers } from "./Paper";

/** A topic: its active people, its latest works, and where it stands in its scheme. */
export function TopicPage({ id }: { id: string }) {
  return (
    <NodePage<TopicFacts> kind="Topic" id={id}>
      {(topic) => <Facts topic={topic} />}
    </NodePage>
  );
}

function Facts({ topic }: { topic: TopicFacts }) {
  useTitle(`${topic.name} · BZPEER`);
  const query = nodePath("Topic", topic.id);
  return (
    <>
      <header className="head head-plain">
        <div className="head-text">
          <Kicker kind="Topic">
            {schemeName(topic.scheme)} {topic.level ?? "topic"}
          </Kicker>
          <h1>{topic.name}</h1>
          {topic.description && <p className="lede">{topic.description}</p>}
          <p className="work-meta">
            <span>
              {count(topic.papers)} {topic.papers === 1 ? "paper" : "papers"} in this graph
            </span>
          </p>
        </div>
      </header>
      <div className="columns">
        <div>
          <GraphPanel path={query} name={topic.name} />
          <Papers query={query} title="Latest works" papers={topic.works} total={topic.papers} none="No work on it is in this graph." />
        </div>
        <div className="side">
          <Active query={query} title="Active people" people={topic.people} none="Nobody in this graph has works on it." />
          <Refs query={query} title="Part of" items={topic.parents} />
          <Refs query={query} title="Narrower topics" items={topic.children} />
        </div>
      </div>
      <Provenance origins={topic.provenance} version={topic.dataset} />
    </>
  );
}

/** People with their works on a topic or at an institution. */
export function Active({ title, people, total, none, query }: { title: string; people: ActivePerson[]; total?: number; none: string; query: string }) {
  const most = Math.max(1, ...people.map((item) => item.papers));
  const told = total === undefined ? `the first ${count(people.length)} by works` : total > people.length ? `${count(people.length)} of ${plural(total, "person", "people")}` : plural(total, "person", "people");
  return (
    <Panel title={title} aside={people.length > 0 ? told : undefined}>
      {people.length === 0 && <p className="quiet">{none}</p>}
      <ul className="bars">
        {people.map((item) => (
          <li key={item.person.id}>
            <To kind="Person" id={item.person.id}>
              {item.person.label}
            </To>
            <span className="bars-value">
              {plural(item.papers, "work")}
              {item.last_year !== null && <span className="quiet">, last {item.last_year}</span>}
            </span>
            <Bar share={item.papers / most} kind="Person" says={`${item.papers} of at most ${most}`} />
          </li>
        ))}
      </ul>
      <SeeQuery path={query} />
    </Panel>
  );
}

/** Named neighbours in a hierarchy; nothing when there are none. */
export function Refs({ title, items, query }: { title: string; items: Ref[]; query: string }) {
  if (items.length === 0) return null;
  return (
    <Panel title={title}>
      <Named items={items} />
      <SeeQuery path={query} />
    </Panel>
  );
}
