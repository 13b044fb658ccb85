import type { PersonProfile, Ref } from "../../core/api/types";
import { comparePath } from "../../core/route";
import { exploreAddress } from "../../core/explore/address";
import { initials, isOn, plural, span } from "../../core/format";
import { words } from "../../core/account/words";
import { usePart } from "../../core/store";
import { Follow } from "../account/Follow";
import { Explain } from "../Explain";
import { Onward, type Onwards } from "../graph/Panel";
import { Share } from "../Share";
import { NotImported } from "../States";
import { Link, To } from "../To";
import { Variants } from "../Variants";
import { Identifiers } from "../Work";

const FULL = "Open full explorer";
const OWN = <span className="quiet">(the owner’s word)</span>;

/** Who this is: name, one sentence made from facts, affiliation, identifiers; `shown` is the picture of the page once it is there. */
export function Header({ person, shown }: { person: PersonProfile; shown: Onwards | null }) {
  const said = usePart(words, (now) => (now?.person.id === person.id ? now.words : null));
  const open = said?.open ?? null;
  return (
    <header className="head">
      <span className="badge" aria-hidden="true">
        {initials(person.name)}
      </span>
      <div className="head-name">
        <p className="kicker">Researcher profile</p>
        <h1 dir="auto">{person.name}</h1>
        <Variants names={person.names} />
      </div>
      <div className="head-text">
        <Sentence person={person} />
        <ul className="head-facts">
          <li>
            {person.affiliation ? (
              <>
                <To kind="Institution" id={person.affiliation.id}>
                  {person.affiliation.name}
                </To>
                <span className="quiet"> {isOn(person.affiliation) ? `since ${person.affiliation.first_year}` : `as of ${person.affiliation.last_year ?? "an unknown year"}`}</span>
              </>
            ) : (
              <NotImported>Affiliation not imported</NotImported>
            )}
          </li>
          {person.identifiers.some((identifier) => identifier.url) && (
            <li className="head-ids">
              <Identifiers items={person.identifiers} />
            </li>
          )}
          {said?.name && (
            <li>
              Prefers the name <bdi>{said.name}</bdi> {OWN}
            </li>
          )}
          <li>
            <Explain why={open === null ? "The default of this site, the same on every record; it is not this person’s own word." : "Said by the owner of this record; no source states it."}>
              {open === false ? "Not open" : "Open"} to collaborate {open === null ? <span className="quiet">(this site’s default)</span> : OWN}
            </Explain>
          </li>
        </ul>
        <p className="head-ways">
          {shown ? (
            <Onward {...shown} className="button button-main" says={FULL} />
          ) : (
            <Link path={exploreAddress([person.id])} className="button button-main">
              {FULL}
            </Link>
          )}
          <Follow kind="person" id={person.id} name={person.name} />
          <Link path={comparePath(person.id)} className="button">
            Compare with…
          </Link>
          <Share name={person.name} />
        </p>
      </div>
    </header>
  );
}

/** Named links with commas and an "and". */
function Names({ items }: { items: Ref[] }) {
  return items.map((item, i) => (
    <span key={item.id}>
      {i === 0 ? "" : i === items.length - 1 ? " and " : ", "}
      <To kind={item.kind} id={item.id}>
        {item.label}
      </To>
    </span>
  ));
}

/** The two topics that most works are on, of one scheme, those with words for names before those with codes. */
function mainTopics(person: PersonProfile): Ref[] {
  const best = person.topics.filter((topic) => topic.scheme !== "arxiv");
  const pool = best.length > 0 ? best : person.topics;
  const scheme = pool[0]?.scheme;
  return pool.filter((topic) => topic.scheme === scheme).slice(0, 2).map((topic) => ({ id: topic.id, kind: "Topic", label: topic.name }));
}

function Sentence({ person }: { person: PersonProfile }) {
  const works = person.counts.works.value;
  const topics = mainTopics(person);
  const years = span(person.counts.first_year.value, person.counts.last_year.value);
  if (works === null || works === 0) return <p className="lede">No works of this person are in this graph.</p>;
  return (
    <p className="lede">
      {plural(works, "work")}
      {years && ` in ${years}`}
      {topics.length > 0 && (
        <>
          , {works === 1 ? "on" : "most on"} <Names items={topics} />
        </>
      )}
      {person.top_coauthors.length > 0 && (
        <>
          ; {works === 1 ? "with" : "of late closest to"} <Names items={person.top_coauthors} />
        </>
      )}
      .
    </p>
  );
}
