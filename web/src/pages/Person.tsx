import type { PersonProfile } from "../core/api/types";
import { GraphPanel } from "../components/graph/Panel";
import { useMedia, useTitle } from "../components/hooks";
import { AdjacentWork } from "../components/person/AdjacentWork";
import { Collaborators } from "../components/person/Collaborators";
import { Counts } from "../components/person/Counts";
import { Header } from "../components/person/Header";
import { Potential } from "../components/person/Potential";
import { Institutions, Topics } from "../components/person/Topics";
import { Works } from "../components/person/Works";
import { Provenance } from "../components/Provenance";
import { NodePage, nodePath } from "./Node";

/** A researcher in context. */
export function PersonPage({ id }: { id: string }) {
  return (
    <NodePage<PersonProfile> kind="Person" id={id}>
      {(person) => <Profile person={person} />}
    </NodePage>
  );
}

/** Two columns on a wide page; on a narrow one the same parts in one column: picture, people, topics, works, adjacent. */
function Profile({ person }: { person: PersonProfile }) {
  useTitle(`${person.name} · BZPEER`);
  const wide = useMedia("(min-width: 1000px)");
  const graph = <GraphPanel path={nodePath("Person", person.id)} name={person.name} />;
  const works = <Works id={person.id} years={person.years} />;
  const around = (
    <>
      <Collaborators id={person.id} coauthors={person.counts.coauthors.value} />
      <Potential id={person.id} name={person.name} />
      <Topics topics={person.topics} totals={person.counts.topics} />
      <Institutions spans={person.affiliations} first={person.first_year} last={person.last_year} />
    </>
  );
  const adjacent = <AdjacentWork id={person.id} />;
  return (
    <>
      <Header person={person} />
      <Counts person={person} />
      {wide ? (
        <div className="columns">
          <div>
            {graph}
            {works}
          </div>
          <div className="side">
            {around}
            {adjacent}
          </div>
        </div>
      ) : (
        <div className="column">
          {graph}
          {around}
          {works}
          {adjacent}
        </div>
      )}
      <Provenance origins={person.provenance} version={person.dataset} />
    </>
  );
}
