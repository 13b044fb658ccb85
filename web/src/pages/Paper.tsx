import { posted } from "../core/api/client";
import type { Cited, Count, PaperFacts } from "../core/api/types";
import { capital, schemeName, workType } from "../core/format";
import { plainMath } from "../core/math";
import { fileName } from "../core/works";
import { AdjacentWork } from "../components/AdjacentWork";
import { Copy } from "../components/Copy";
import { ExportMenu } from "../components/ExportMenu";
import { GraphPanel } from "../components/graph/Panel";
import { useTitle } from "../components/hooks";
import { MathText } from "../components/MathText";
import { useLonger } from "../components/More";
import { Panel } from "../components/Panel";
import { Figure, Figures } from "../components/person/Counts";
import { PaperTopics } from "../components/PaperTopics";
import { Papers } from "../components/Papers";
import { Provenance } from "../components/Provenance";
import { SeeQuery } from "../components/SeeQuery";
import { NotImported } from "../components/States";
import { Named } from "../components/Named";
import { ToRead } from "../components/ToRead";
import { Abstract, Byline, Identifiers, YearNote } from "../components/Work";
import { Kicker, nodePath } from "./Node";

/** From how many characters on a title is set smaller. */
const LONG = 160;

/** A paper: who wrote it, what it says, what it cites and who cites it inside the graph. */
export default function PaperPage({ facts: paper }: { facts: PaperFacts }) {
  const { work } = paper;
  const title = work.title ?? "Title not imported";
  useTitle(`${plainMath(title)} · BZPEER`);
  const cited = work.citations_graph;
  const query = nodePath("Paper", work.id);
  const told = (value: number | null, reason: string): Count => ({ value, sources: paper.provenance.map((origin) => origin.source), as_of: paper.provenance[0]?.fetched_at ?? null, reason });
  return (
    <>
      <div className="columns paper">
        <div>
          <header className="head head-plain">
            <div className="head-text">
              <Kicker kind="Paper">{capital(workType(work.type ?? "paper"))}</Kicker>
              <h1 className={title.length > LONG ? "title title-long" : "title"} dir="auto">
                <MathText text={title} />
              </h1>
              <Byline entries={work.byline} total={work.author_count} />
              <p className="work-meta">
                {work.retracted && <span><strong className="retracted">Retracted</strong></span>}
                <YearNote work={work} />
                {work.venue && <span className="venue">{work.venue}</span>}
                <Identifiers items={work.identifiers} />
                {work.open_access && <span>open access</span>}
                {work.license && <span>{work.license}</span>}
                {work.source && <span className="quiet">source: {schemeName(work.source)}</span>}
              </p>
              {work.abstract || work.summary ? (
                <Abstract work={work} open />
              ) : (
                <p className="abstract">
                  <NotImported>Abstract not imported</NotImported>
                </p>
              )}
              <p className="work-tools">
                <ExportMenu label="Cite" ids={[work.id]} name={fileName(work)} />
                <ToRead work={work} />
                <Copy text={() => location.href.split("#")[0] ?? location.href} label="Copy link" />
              </p>
              {paper.note && <p className="note">
                  Note of the source: <WithLinks text={paper.note} />
                </p>}
            </div>
          </header>
          <Figures>
            <Figure value={told(cited, "No work of this graph came with its references.")} label={`${cited === 1 ? "citation" : "citations"} in this graph`} why="Works inside this graph that cite it, stated and inferred." />
            <Figure value={paper.references_total} label={`${paper.references_total.value === 1 ? "reference" : "references"} stated`} why="References stated by its sources, inside this graph or not." />
            <Figure value={told(work.citations_source, "No source of this work counts citations.")} label={`${work.citations_source === 1 ? "citation" : "citations"} by the source`} why="Citations as the source counts them." />
          </Figures>
          <GraphPanel path={query} name={plainMath(title)} />
          <AdjacentWork title="What to read next" hint="Works near this one, each with the reason. Open to look." question={(order, limit) => posted("adjacent", { papers: [work.id], order, limit })} />
          <Citing paper={paper} query={query} />
          <References paper={paper} query={query} />
        </div>
        <div className="side">
          <PaperTopics topics={paper.topics} query={query} />
          <Panel title="Institutions of its authors">
            {paper.affiliations.length === 0 && <NotImported>Affiliations not imported: no source states any on this paper.</NotImported>}
            <Named items={paper.affiliations} />
            <SeeQuery path={query} />
          </Panel>
          {paper.versions.length > 0 && (
            <Panel title="Versions">
              <ul className="refs">
                {paper.versions.map((version) => (
                  <li key={version}>{version}</li>
                ))}
              </ul>
              <SeeQuery path={query} />
            </Panel>
          )}
        </div>
      </div>
      <Provenance origins={paper.provenance} version={paper.dataset} refresh={{ id: work.id, what: "paper", identifiers: work.identifiers }} />
    </>
  );
}

/** Works that cite it, or that it cites, at first and after each press. */
const CITED = [100, 500, 1000];

function Citing({ paper, query }: { paper: PaperFacts; query: string }) {
  const longer = useLonger(query, paper, CITED);
  return <Papers title="Cited by" about={paper.work.id} longer={longer} papers={longer.facts.citing} total={paper.citing_total} note={inferred} none={paper.work.citations_graph === null ? "Citations not imported" : "No work in this graph is known to cite it."} />;
}

function References({ paper, query }: { paper: PaperFacts; query: string }) {
  const longer = useLonger(query, paper, CITED);
  return <Papers title="References" about={paper.work.id} longer={longer} papers={longer.facts.references} total={paper.references_graph} note={inferred} none={paper.references_total.value === null ? "References not imported" : "None of the works that it cites is in this graph."} />;
}

const inferred = (paper: Cited): React.ReactNode =>
  paper.inferred && (
    <>
      {" "}
      <span className="tag tag-inferred" title="Inferred from a title or an abstract; no reference list states it">
        inferred
      </span>
    </>
  );

const ADDRESS = /(https?:\/\/[^\s;,)]+[^\s;,).])/u;

/** Text with its web addresses as links, shown without what all of them begin with. */
function WithLinks({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, i) =>
    i % 2 === 1 ? (
      <a key={part} href={part} rel="noopener">
        {part.replace(/^https?:\/\/(www\.)?/u, "")}
      </a>
    ) : (
      part
    ),
  );
}
