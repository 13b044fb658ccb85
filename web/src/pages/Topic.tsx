import type { NeighbourTopic, TopicFacts } from "../core/api/types";
import { count, plural, schemeName, schemeOf } from "../core/format";
import { Follow, Followers } from "../components/account/Follow";
import { Active } from "../components/Active";
import { Bar } from "../components/Bar";
import { GraphPanel } from "../components/graph/Panel";
import { useTitle } from "../components/hooks";
import { Refs } from "../components/Named";
import { Panel } from "../components/Panel";
import { Papers } from "../components/Papers";
import { Provenance } from "../components/Provenance";
import { SeeQuery } from "../components/SeeQuery";
import { Share } from "../components/Share";
import { To } from "../components/To";
import { Kicker, NodePage, nodePath } from "./Node";

const USE = "The people at work on it now stand first: who looks for a reviewer looks here.";
const RISING = "Of the data set’s last three years, those most cited inside this graph per year.";

/** A topic: who is active on it, what rises, what is near, and where it stands in its scheme. */
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
          <Papers
            title="Rising works"
            about={topic.id}
            query={query}
            papers={topic.rising}
            total={topic.rising.length}
            rule={RISING}
            none="No recent work on it is cited inside this graph."
            note={(paper) => <span className="quiet"> · {plural(paper.citations_graph, "citation")} in this graph</span>}
          />
          <Papers title="Latest works" about={topic.id} query={query} papers={topic.works} total={topic.papers} none="No work on it is in this graph." />
        </div>
        <div className="side">
          <Active title="Active people" about={topic.id} query={query} people={topic.people} formula={topic.activity} use={USE} none="Nobody in this graph has works on it." />
          <Neighbours topic={topic} query={query} />
          <Refs title="Part of" query={query} items={topic.parents} />
          <Refs title="Narrower topics" query={query} items={topic.children} />
        </div>
      </div>
      <Provenance origins={topic.provenance} version={topic.dataset} />
    </>
  );
}

function Neighbours({ topic, query }: { topic: TopicFacts; query: string }) {
  const read = topic.neighbours_read;
  return (
    <Panel title="Neighbouring topics">
      <p className="quiet">{topic.neighbours.length === 0 ? "No work on it is on another topic." : `Works on both of all on either${read < topic.papers ? `, in the latest ${count(read)} works` : ""}.`}</p>
      <ul className="bars">
        {topic.neighbours.map((item) => (
          <Neighbour key={item.topic.id} item={item} />
        ))}
      </ul>
      <SeeQuery path={query} />
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
