import type { PaperTopic } from "../core/api/types";
import { schemeName } from "../core/format";
import { Bar } from "./Bar";
import { Panel } from "./Panel";
import { SeeQuery } from "./SeeQuery";
import { NotImported } from "./States";
import { To } from "./To";

/** The topics of a paper by scheme, each with how sure its source is of it. */
export function PaperTopics({ topics, query }: { topics: PaperTopic[]; query: string }) {
  const schemes = [...new Set(topics.map(({ scheme }) => scheme))];
  return (
    <Panel title="Topics" className="topics">
      {topics.length === 0 && <NotImported>Topics not imported</NotImported>}
      {schemes.map((scheme) => (
        <div key={scheme}>
          <h3 className="scheme">
            {schemeName(scheme)}
            {topics.every((each) => each.scheme !== scheme || each.score === null) && <NotImported>weights not imported</NotImported>}
          </h3>
          <ul className="bars">
            {topics.filter((each) => each.scheme === scheme).map((each) => (
              <Weighed key={each.topic.id} {...each} />
            ))}
          </ul>
        </div>
      ))}
      <SeeQuery path={query} />
    </Panel>
  );
}

function Weighed({ topic, scheme, score, primary }: PaperTopic) {
  return (
    <li>
      <span>
        <To kind="Topic" id={topic.id}>
          {topic.label}
        </To>
        {scheme === "arxiv" && <span className="code">{topic.id.slice(topic.id.indexOf(":") + 1)}</span>}
      </span>
      <span className="bars-value">{[primary && "main topic", score !== null && `score ${score.toFixed(2)}`].filter(Boolean).join(", ")}</span>
      {score !== null && <Bar share={score} kind="Topic" says={`The source is ${Math.round(score * 100)}% sure of it`} />}
    </li>
  );
}
