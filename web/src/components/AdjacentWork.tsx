import { useId, useState } from "react";
import { useResource } from "../core/api/resource";
import type { Adjacent, AdjacentWork as Item, Reason } from "../core/api/types";
import { plural } from "../core/format";
import { MathText } from "./MathText";
import { OnDemand } from "./Panel";
import { Failure, Skeleton } from "./States";
import { To } from "./To";

export type Order = Adjacent["order"];
const ORDERS: Record<Order, string> = { closest: "Closest", foundational: "Foundational", recent: "Recent" };

interface AdjacentProps {
  title: string;
  hint: string;
  /** The question for adjacent works in an order: an address, or what is posted. */
  question: (order: Order) => string;
}

/** Works near somebody's own or near a paper, never these, each with its reasons; fetched when opened. */
export function AdjacentWork({ title, hint, question }: AdjacentProps) {
  return (
    <OnDemand title={title} hint={hint} className="adjacent">
      {() => <List question={question} />}
    </OnDemand>
  );
}

function List({ question }: Pick<AdjacentProps, "question">) {
  const [order, setOrder] = useState<Order>("closest");
  const name = useId();
  const answer = useResource<Adjacent>(question(order));
  const { data } = answer;
  return (
    <>
      <fieldset className="segments">
        <legend className="hidden">Order of adjacent work</legend>
        {(Object.keys(ORDERS) as Order[]).map((key) => (
          <label key={key}>
            <input type="radio" name={name} checked={order === key} onChange={() => setOrder(key)} />
            <span>{ORDERS[key]}</span>
          </label>
        ))}
      </fieldset>
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="Adjacent work could not be found." />}
      {!data && !answer.error && <Skeleton lines={12} className="skeleton-rows" />}
      {data && (
        <div className={answer.stale ? "stale" : undefined} aria-busy={answer.stale}>
          <p className="quiet" role="status">
            {data.items.length === 0 ? (data.reason ?? "Nothing adjacent is in this graph.") : `${data.shown} of ${plural(data.total, "adjacent work")}`}
          </p>
          <ol className="near">
            {data.items.map((item) => (
              <Near key={item.work.id} item={item} />
            ))}
          </ol>
          <p className="quiet">{data.rule}</p>
        </div>
      )}
    </>
  );
}

function Near({ item }: { item: Item }) {
  const { work, reasons } = item;
  const authors = work.byline.slice(0, 2).map((entry) => entry.name).join(", ");
  return (
    <li>
      <p className="near-title" dir="auto">
        <To kind="Paper" id={work.id}>
          <MathText text={work.title ?? "Title not imported"} />
        </To>
      </p>
      <p className="quiet">
        {[authors + (work.byline.length > 2 ? " and others" : ""), work.year ?? "year not imported"].filter(Boolean).join(" · ")}
      </p>
      <ul className="reasons">
        {reasons.map((reason, i) => (
          <Why key={i} reason={reason} />
        ))}
      </ul>
    </li>
  );
}

/** How many linking works a reason names; people and topics stand in its words already. */
const NAMED = 2;

function Why({ reason }: { reason: Reason }) {
  const works = reason.through.filter((link) => link.kind === "Paper");
  return (
    <li>
      <MathText text={reason.text} />
      {reason.inferred && (
        <span className="tag tag-inferred" title="Rests on citations that are inferred from a title or an abstract">
          inferred
        </span>
      )}
      {works.slice(0, NAMED).map((work) => (
        <span key={work.id} className="reason-work" dir="auto">
          <To kind="Paper" id={work.id}>
            <MathText text={work.label} />
          </To>
        </span>
      ))}
      {works.length > NAMED && <span className="reason-work quiet">and {plural(works.length - NAMED, "more work")}</span>}
    </li>
  );
}
