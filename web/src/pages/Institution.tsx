import { useId, useState } from "react";
import { address } from "../core/api/client";
import { useResource } from "../core/api/resource";
import type { InstitutionFacts } from "../core/api/types";
import { capital, count, country, plural } from "../core/format";
import { Follow, Followers } from "../components/account/Follow";
import { Active } from "../components/Active";
import { Bar } from "../components/Bar";
import { GraphPanel } from "../components/graph/Panel";
import { useTitle } from "../components/hooks";
import { More, useLonger } from "../components/More";
import { Refs } from "../components/Named";
import { Panel } from "../components/Panel";
import { Topics } from "../components/person/Topics";
import { Provenance } from "../components/Provenance";
import { SeeQuery } from "../components/SeeQuery";
import { Failure } from "../components/States";
import { Share } from "../components/Share";
import { To } from "../components/To";
import { Variants } from "../components/Variants";
import { Identifiers } from "../components/Work";
import { Kicker, nodePath } from "./Node";

const web = (url: string | null): string | null => (url && /^https?:\/\//u.test(url) ? url : null);

/** An institution: its people, its topics, its partners, and what it is part of. */
export default function InstitutionPage({ facts: place }: { facts: InstitutionFacts }) {
  useTitle(`${place.name} · BZPEER`);
  const url = web(place.url);
  return (
    <>
      <header className="head head-plain">
        <div className="head-text">
          <Kicker kind="Institution">{capital(place.types[0] ?? "institution")}</Kicker>
          <h1 dir="auto">{place.name}</h1>
          <Variants names={place.names} />
          <p className="work-meta">
            {(place.city ?? place.country) && <span>{[place.city, place.country && country(place.country)].filter(Boolean).join(", ")}</span>}
            {place.established !== null && <span>since {place.established}</span>}
            {place.status && place.status !== "active" && <span><strong className="retracted">{place.status}</strong></span>}
            <Identifiers items={place.identifiers} />
            {url && (
              <a href={url} rel="noopener">
                {new URL(url).hostname}
              </a>
            )}
            {place.papers !== null && place.papers > 0 && <span>{plural(place.papers, "work")} in this graph</span>}
            <Followers kind="institution" id={place.id} />
          </p>
          <p className="head-ways">
            <Follow kind="institution" id={place.id} name={place.name} />
            <Share name={place.name} />
          </p>
        </div>
      </header>
      <Around place={place} />
      <Provenance origins={place.provenance} version={place.dataset} />
    </>
  );
}

/** The people, topics and partners, of the institution alone or with all its parts. */
function Around({ place }: { place: InstitutionFacts }) {
  const [parts, setParts] = useState<InstitutionFacts["parts"]>("without");
  const path = nodePath("Institution", place.id);
  const query = address(path, { parts: parts === "with" ? parts : null });
  const answer = useResource<InstitutionFacts>(parts === "with" ? query : null);
  const facts = parts === "with" && answer.data ? answer.data : place;
  const busy = parts === "with" && !answer.data && !answer.error;
  return (
    <>
      {place.parts_total > 0 && <Parts total={place.parts_total} parts={parts} onChange={setParts} />}
      {parts === "with" && answer.error && <Failure error={answer.error} retry={answer.retry} what="Its parts could not be counted." />}
      <div className="columns">
        <div>
          <GraphPanel path={path} name={place.name} />
          <div className={busy ? "stale" : undefined} aria-busy={busy}>
            <Subjects key={query} facts={facts} query={query} />
            <Looked facts={facts} />
          </div>
        </div>
        <div className={busy ? "side stale" : "side"} aria-busy={busy}>
          <People key={`people ${query}`} facts={facts} query={query} />
          <Partners key={`partners ${query}`} facts={facts} query={query} />
          <Refs title="Part of" query={query} items={place.parents} />
          <Refs title="Parts" query={query} items={place.children} />
        </div>
      </div>
    </>
  );
}

function Parts({ total, parts, onChange }: { total: number; parts: InstitutionFacts["parts"]; onChange: (parts: InstitutionFacts["parts"]) => void }) {
  const name = useId();
  return (
    <fieldset className="segments parts">
      <legend className="hidden">Whether its parts count</legend>
      <label>
        <input type="radio" name={name} checked={parts === "without"} onChange={() => onChange("without")} />
        <span>Without its parts</span>
      </label>
      <label>
        <input type="radio" name={name} checked={parts === "with"} onChange={() => onChange("with")} />
        <span>With its {plural(total, "part")}</span>
      </label>
    </fieldset>
  );
}

/** How many works topics and partners rest on, where these are not all. */
function Looked({ facts }: { facts: InstitutionFacts }) {
  if (facts.papers !== null && facts.works_read >= facts.papers) return null;
  return <p className="quiet">Topics and partners rest on the latest {plural(facts.works_read, "work")}.</p>;
}

interface Part {
  facts: InstitutionFacts;
  query: string;
}

function Subjects({ facts, query }: Part) {
  const longer = useLonger(query, facts);
  const { topics, topics_total: total } = longer.facts;
  return <Topics topics={topics} title="Topics of its people" query={longer.question} rest={<More longer={longer} shown={topics.length} total={total} />} />;
}

function People({ facts, query }: Part) {
  const longer = useLonger(query, facts);
  return <Active title="People" about={facts.id} longer={longer} people={longer.facts.people} total={facts.people_total} formula={facts.activity} none="Nobody in this graph states it." />;
}

function Partners({ facts, query }: Part) {
  const longer = useLonger(query, facts);
  const { partners, partners_total: total } = longer.facts;
  const most = Math.max(1, ...partners.map((item) => item.papers));
  return (
    <Panel title="Partners" aside={total > partners.length ? `${count(partners.length)} of ${count(total)}` : total > 0 ? count(total) : undefined}>
      {partners.length === 0 && <p className="quiet">No other institution is stated on its works.</p>}
      <ul className="bars">
        {partners.map(({ institution, country: code, papers, last_year }) => (
          <li key={institution.id}>
            <span>
              <To kind="Institution" id={institution.id}>
                {institution.label}
              </To>
              {code && <span className="quiet"> · {country(code)}</span>}
            </span>
            <span className="bars-value">
              {plural(papers, "work")}
              {last_year !== null && <span className="quiet">, last {last_year}</span>}
            </span>
            <Bar share={papers / most} kind="Institution" says={`${papers} of at most ${most}`} />
          </li>
        ))}
      </ul>
      <More longer={longer} shown={partners.length} total={total} />
      <SeeQuery path={longer.question} />
    </Panel>
  );
}
