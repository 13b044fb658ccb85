import { useId, useState } from "react";
import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Collaborators as Answer, Formula, PaperRef } from "../../core/api/types";
import { DEFAULT, type Order, rank, type Ranked, type Weighting } from "../../core/collaborators";
import { count, join, plural, span, topicNames } from "../../core/format";
import { segment } from "../../core/route";
import { Bar } from "../Bar";
import { Onward } from "../Onward";
import { Panel } from "../Panel";
import { PaperRows } from "../PaperRows";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";
import { To } from "../To";

const FIRST = 10;
/** The most that the server ranks in one answer. */
const ALL = 1000;

const ORDERS: Record<Order, string> = {
  recency: "recent and in small teams",
  newman: "small teams, no decay (Newman)",
  count: "number of joint papers",
};

/** Co-authors by the strength of the tie, each with its evidence; the formula can be opened and moved. */
export function Collaborators({ id, coauthors }: { id: string; coauthors: number | null }) {
  const [weighting, setWeighting] = useState<Weighting>(DEFAULT);
  const [moved, setMoved] = useState(false);
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState(false);
  const move = (to: Weighting): void => {
    setWeighting(to);
    setMoved(true);
  };
  // A moved formula may lift anybody, so that everybody is needed then; else the first fifty do.
  const limit = all || opened || (coauthors ?? 0) <= 100 ? ALL : 50;
  const question = address(`people/${segment(id)}/collaborators`, { limit });
  const answer = useResource<Answer>(question);
  if (answer.error) {
    return (
      <Panel title="Close collaborators">
        <Failure error={answer.error} retry={answer.retry} what="The collaborators could not be ranked." />
      </Panel>
    );
  }
  const { data } = answer;
  if (!data) {
    return (
      <Panel title="Close collaborators" className="collaborators">
        <Skeleton lines={12} className="skeleton-rows" />
      </Panel>
    );
  }
  const ranked = rank(data.items, data.latest_year ?? 0, weighting);
  const visible = all ? ranked : ranked.slice(0, FIRST);
  return (
    <Panel title="Close collaborators" aside={`${data.close} of ${plural(data.total, "co-author")} ${data.close === 1 ? "is" : "are"} close`} className="collaborators">
      {data.total === 0 && <p className="quiet">No joint work with anybody is in this graph.</p>}
      <ol className="people">
        {visible.map((item) => (
          <Row key={item.collaborator.person.id} item={item} />
        ))}
      </ol>
      {data.total > FIRST && (
        <button type="button" className="button" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? `Show the first ${FIRST}` : data.total > ALL ? `Show the first ${count(ALL)} of ${count(data.total)}` : `Show all ${data.total}`}
        </button>
      )}
      {all && data.total > ALL && <Onward id={id} what="co-authors" />}
      {data.total > 0 && <Ranking formula={data.formula} threshold={data.threshold} weighting={weighting} onChange={move} onOpen={() => setOpened(true)} />}
      <p className="hidden" role="status">
        {moved && `First now: ${join(ranked.slice(0, 3).map((item) => item.collaborator.person.label))}.`}
      </p>
      <SeeQuery path={question} />
    </Panel>
  );
}

/** A weight to read: three figures, none of what is next to nothing. */
const figure = (weight: number): string => (weight > 0 && weight < 0.001 ? "under 0.001" : count(Number(weight.toPrecision(3))));

function Row({ item }: { item: Ranked }) {
  const { collaborator, share, weight } = item;
  const { person, joint, first_year, last_year, shared_topics, joint_papers, close } = collaborator;
  return (
    <li className="tie">
      <div className="tie-line">
        <To kind="Person" id={person.id} className="tie-name">
          {person.label}
        </To>
        {close && <span className="tag">close</span>}
        <Bar share={share} kind="Person" says={`${Math.round(share * 100)}% of the strongest tie`} />
      </div>
      <details className="disclosure tie-evidence">
        <summary>
          {plural(joint, "joint paper")}, {span(first_year, last_year) || "years not imported"}
          <span className="tie-weight" title={`Weight of the tie, ${Math.round(share * 100)}% of the strongest; see “How this is ranked”`}>
            {" "}
            · weight {figure(weight)}
          </span>
        </summary>
        <Evidence papers={joint_papers} />
        {shared_topics.length > 0 && <p className="quiet evidence-topics">Shared topics: {topicNames(shared_topics).join(", ")}</p>}
      </details>
    </li>
  );
}

/** The joint papers, newest first; of many the first ten, the rest one press away. */
function Evidence({ papers }: { papers: PaperRef[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <PaperRows papers={all ? papers : papers.slice(0, FIRST)} />
      {papers.length > FIRST && (
        <button type="button" className="textbutton evidence-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show all ${papers.length}`}
        </button>
      )}
    </>
  );
}

interface RankingProps {
  formula: Formula;
  threshold: number;
  weighting: Weighting;
  onChange: (weighting: Weighting) => void;
  onOpen: () => void;
}

function Ranking({ formula, threshold, weighting, onChange, onOpen }: RankingProps) {
  const name = useId();
  const own = weighting.order === "recency";
  return (
    <details className="disclosure ranking" onToggle={(event) => event.currentTarget.open && onOpen()}>
      <summary>How this is ranked</summary>
      <p className="formula">{formula.text}</p>
      <p className="quiet">
        {formula.source}. “Close” means at least {threshold} of the strongest tie by the default weight; what you move here changes the order, not who is close.
      </p>
      <fieldset className="orders">
        <legend>Order by</legend>
        {(Object.keys(ORDERS) as Order[]).map((order) => (
          <label key={order} className="choice">
            <input type="radio" name={name} checked={weighting.order === order} onChange={() => onChange({ ...weighting, order })} />
            {ORDERS[order]}
          </label>
        ))}
      </fieldset>
      <Slider label="Half-life" value={weighting.halfLife ?? 1} min={0.5} max={10} step={0.5} unit={weighting.halfLife === 1 ? "year" : "years"} disabled={!own} onChange={(halfLife) => onChange({ ...weighting, halfLife })} />
      <Slider label="Team-size exponent" value={weighting.team} min={0} max={1} step={0.05} unit="" disabled={!own} onChange={(team) => onChange({ ...weighting, team })} />
      <button type="button" className="textbutton" disabled={weighting === DEFAULT} onClick={() => onChange(DEFAULT)}>
        Back to the default
      </button>
    </details>
  );
}

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  unit: string;
  disabled: boolean;
  onChange: (value: number) => void;
}

function Slider({ label, value, min, max, step, unit, disabled, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>
        {value} {unit}
      </output>
      <input id={id} type="range" min={min} max={max} step={step} value={value} disabled={disabled} aria-valuetext={`${value} ${unit}`} onChange={(event) => onChange(Number(event.target.value))} />
    </div>
  );
}
