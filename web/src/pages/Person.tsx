import { lazy, useState } from "react";
import { address } from "../core/api/client";
import type { PersonProfile } from "../core/api/types";
import { AdjacentWork } from "../components/AdjacentWork";
import { Later } from "../components/Boundary";
import { GraphPanel, type Onwards } from "../components/graph/Panel";
import { useTitle } from "../components/hooks";
import { Panel } from "../components/Panel";
import { Collaborators } from "../components/person/Collaborators";
import { Counts } from "../components/person/Counts";
import { Header } from "../components/person/Header";
import { Potential } from "../components/person/Potential";
import { Institutions, Topics } from "../components/person/Topics";
import { Trust } from "../components/person/Trust";
import { Provenance } from "../components/Provenance";
import { Works } from "../components/works/Works";
import { NodePage, nodePath } from "./Node";

const Dealings = lazy(() => import("../components/person/Dealings"));

/** A researcher in context. */
export function PersonPage({ id }: { id: string }) {
  return (
    <NodePage<PersonProfile> kind="Person" id={id}>
      {(person) => <Profile person={person} />}
    </NodePage>
  );
}

/** One tree whatever the width, so that turning a device keeps what is open: the style sheet makes it one column or two. */
function Profile({ person }: { person: PersonProfile }) {
  const path = nodePath("Person", person.id);
  const [shown, setShown] = useState<Onwards | null>(null);
  useTitle(`${person.name} · BZPEER`);
  return (
    <>
      <Header person={person} shown={shown} />
      <Counts person={person} query={path} />
      <div className="columns profile">
        <Trust id={person.id} />
        <GraphPanel path={path} name={person.name} onShown={setShown} />
        <div className="side">
          <Panel title="Identity and collaboration" className="dealings">
            <Later>
              <Dealings person={person} />
            </Later>
          </Panel>
          <Collaborators id={person.id} coauthors={person.counts.coauthors.value} />
          <Potential id={person.id} name={person.name} />
          <Topics topics={person.topics} totals={person.counts.topics} query={path} />
          <Institutions spans={person.affiliations} first={person.counts.first_year.value} last={person.counts.last_year.value} query={path} />
          <AdjacentWork title="Adjacent work" hint="Works by others that are near these, each with the reason. Open to look." question={(order, limit) => address(`${path}/adjacent`, { order, limit })} />
        </div>
        <Works person={person} />
      </div>
      <Provenance origins={person.provenance} version={person.dataset} refresh={{ id: person.id, what: "person", identifiers: person.identifiers }} />
    </>
  );
}
