import type { InstitutionFacts } from "../core/api/types";
import { capital, country } from "../core/format";
import { GraphPanel } from "../components/graph/Panel";
import { useTitle } from "../components/hooks";
import { Topics } from "../components/person/Topics";
import { Provenance } from "../components/Provenance";
import { Identifiers } from "../components/Work";
import { Kicker, NodePage, nodePath } from "./Node";
import { Active, Refs } from "./Topic";

/** An institution: its people, its topics, and what it is part of. */
export function InstitutionPage({ id }: { id: string }) {
  return (
    <NodePage<InstitutionFacts> kind="Institution" id={id}>
      {(place) => <Facts place={place} />}
    </NodePage>
  );
}

const web = (url: string | null): string | null => (url && /^https?:\/\//u.test(url) ? url : null);

function Facts({ place }: { place: InstitutionFacts }) {
  useTitle(`${place.name} · BZPEER`);
  const url = web(place.url);
  const query = nodePath("Institution", place.id);
  return (
    <>
      <header className="head head-plain">
        <div className="head-text">
          <Kicker kind="Institution">{capital(place.types[0] ?? "institution")}</Kicker>
          <h1 dir="auto">{place.name}</h1>
          {place.names.length > 0 && (
            <p className="variants">
              also <span dir="auto">{place.names.slice(0, 8).join(" · ")}</span>
            </p>
          )}
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
          </p>
        </div>
      </header>
      <div className="columns">
        <div>
          <GraphPanel path={query} name={place.name} />
          <Topics topics={place.topics} title="Topics of its people" />
        </div>
        <div className="side">
          <Active query={query} title="People" people={place.people} total={place.people_total} none="Nobody in this graph states it." />
          <Refs query={query} title="Part of" items={place.parents} />
          <Refs query={query} title="Parts" items={place.children} />
        </div>
      </div>
      <Provenance origins={place.provenance} version={place.dataset} />
    </>
  );
}
