import type { NeighbourTopic, TopicFacts } from "../core/api/types";
import { count, plural, schemeName, schemeOf } from "../core/format";
import { Follow, Followers } from "../components/account/Follow";
import { Active } from "../components/Active";
import { Bar } from "../components/Bar";
import { GraphPanel } from "../components/graph/Panel";
import { useTitle } from "../components/hooks";
import { More, useLonger } from "../components/More";
import { Refs } from "../components/Named";
import { Panel } from "../components/Panel";
import { Papers } from "../components/Papers";
import { Provenance } from "../components/Provenance";
import { SeeQuery } from "../components/SeeQuery";
import { Share } from "../components/Share";
import { To } from "../components/To";
import { Kicker, nodePath } from "./Node";

const USE = "The people at work on it now stand first: who looks for a reviewer looks here.";
const RISING = "Of the data set’s last three years, those most cited inside this graph per year.";

/** A topic: who is active on it, what rises, what is near, and where it stands in its scheme. */
export default function TopicPage({ facts: topic }: { facts: TopicFacts }) {
  useTitle(`${topic.name} · BZPEER`);
  const query = nodePath("Topic", topic.id);
  return (
    <>
      <header className="head head-plain">
        <div className="head-text">
          <Kicker kind="Topic">
            {schemeName(topic.scheme)} {topic.level ?? "topic"}
          </Kicker>
          <h1 dir="auto">{topic.name}</h1>
          {topic.description && <p className="lede">{topic.description}</p>}
          <p className="work-meta">
            <span>{plural(topic.papers, "paper")} in this graph</span>
            <Followers kind="topic" id={topic.id} />
          </p>
          <p className="head-ways">
            <Follow kind="topic" id={topic.id} name={topic.name} />
            <Share name={topic.name} />
          </p>
        </div>
      </header>
      <div className="columns">
        <div>
          <GraphPanel path={query} name={topic.name} />
          <Rising topic={topic} query={query} />
          <Latest topic={topic} query={query} />
        </div>
        <div className="side">
          <People topic={topic} query={query} />
          <Neighbours topic={topic} query={query} />
          <Refs title="Part of" query={query} items={topic.parents} />
          <Refs title="Narrower topics" query={query} items={topic.children} />
        </div>
      </div>
      <Provenance origins={topic.provenance} version={topic.dataset} />
    </>
  );
}

interface Part {
  topic: TopicFacts;
  query: string;
}

function Rising({ topic, query }: Part) {
  const longer = useLonger(query, topic);
  const { rising } = longer.facts;
  return (
    <Papers
      title="Rising works"
      about={topic.id}
      longer={longer}
      papers={rising}
      total={rising.length < longer.size ? rising.length : undefined}
      rule={RISING}
      none="No recent work on it is cited inside this graph."
      note={(paper) => (
        <>
          {" "}
          <span className="evidence-note">· {plural(paper.citations_graph, "citation")} in this graph</span>
        </>
      )}
    />
  );
}

function Latest({ topic, query }: Part) {
  const longer = useLonger(query, topic);
  return <Papers title="Latest works" about={topic.id} longer={longer} papers={longer.facts.works} total={topic.papers} none="No work on it is in this graph." />;
}

function People({ topic, query }: Part) {
  const longer = useLonger(query, topic);
  return <Active title="Active people" about={topic.id} longer={longer} people={longer.facts.people} total={topic.people_total} formula={topic.activity} use={USE} none="Nobody in this graph has works on it." />;
}

function Neighbours({ topic, query }: Part) {
  const longer = useLonger(query, topic);
  const { neighbours } = longer.facts;
  const { neighbours_read: read, neighbours_total: total } = topic;
  return (
    <Panel title="Neighbouring topics" aside={total > neighbours.length ? `${count(neighbours.length)} of ${count(total)}` : total > 0 ? count(total) : undefined}>
      <p className="quiet">{total === 0 ? "No work on it is on another topic." : `Works on both of all on either${read < topic.papers ? `, in the latest ${count(read)} works` : ""}.`}</p>
      <ul className="bars">
        {neighbours.map((item) => (
          <Neighbour key={item.topic.id} item={item} />
        ))}
      </ul>
      <More longer={longer} shown={neighbours.length} total={total} />
      <SeeQuery path={longer.question} />
    </Panel>
  );
}

function Neighbour({ item: { topic, joint, share } }: { item: NeighbourTopic }) {
  return (
    <li>
      <span>
        <To kind="Topic" id={topic.id}>
          {topic.label}
        </To>{" "}
        <span className="code">{schemeOf(topic.id)}</span>
      </span>
      <span className="bars-value">{plural(joint, "work")}</span>
      <Bar share={share} kind="Topic" says={`${Math.round(share * 100)}% of the works on either`} />
    </li>
  );
}
