import { useId, useState } from "react";
import { useResource } from "../core/api/resource";
import type { Adjacent } from "../core/api/types";
import { dismissed } from "../core/dismissed";
import { count, plural } from "../core/format";
import { useStore } from "../core/store";
import { Near } from "./Near";
import { OnDemand } from "./Panel";
import { SeeQuery } from "./SeeQuery";
import { Failure, Skeleton } from "./States";

export type Order = Adjacent["order"];
const ORDERS: Record<Order, string> = { closest: "Closest", foundational: "Foundational", recent: "Recent" };

const FIRST = 20;
const MOST = 100;

interface AdjacentProps {
  title: string;
  hint: string;
  /** The question for some adjacent works in an order: an address, or what is posted. */
  question: (order: Order, limit: number) => string;
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
  const [limit, setLimit] = useState(FIRST);
  // What is dismissed now keeps its place, with a way back; what was dismissed before is not shown, but said.
  const [earlier, setEarlier] = useState<ReadonlySet<string>>(() => new Set(dismissed.get()));
  const gone = useStore(dismissed);
  const asked = question(order, limit);
  const answer = useResource<Adjacent>(asked);
  const { data } = answer;
  const items = data?.items.filter((item) => !(earlier.has(item.work.id) && gone.includes(item.work.id))) ?? [];
  const without = (data?.items.length ?? 0) - items.length;
  return (
    <>
      <Orders order={order} onChange={setOrder} />
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="Adjacent work could not be found." />}
      {!data && !answer.error && <Skeleton lines={12} className="skeleton-rows" />}
      {data && (
        <div className={answer.stale ? "stale" : undefined} aria-busy={answer.stale}>
          <p className="quiet">
            <span role="status">
              {data.items.length === 0 ? (data.reason ?? "Nothing adjacent is in this graph.") : `${count(items.length)} of ${plural(data.total, "adjacent work")}`}
              {without > 0 && `, ${without} dismissed earlier`}
            </span>
            {without > 0 && (
              <>
                {" "}
                <button type="button" className="textbutton" onClick={() => setEarlier(new Set())}>
                  Show what was dismissed
                </button>
              </>
            )}
          </p>
          <ol className="near">
            {items.map((item) => (
              <Near key={item.work.id} item={item} gone={gone.includes(item.work.id)} />
            ))}
          </ol>
          {data.items.length < Math.min(data.total, MOST) && limit < MOST && (
            <button type="button" className="button" onClick={() => setLimit(MOST)}>
              Show {plural(Math.min(data.total, MOST) - data.items.length, "more work")}
            </button>
          )}
          <p className="quiet near-rule">{data.rule}</p>
        </div>
      )}
      <SeeQuery path={asked} />
    </>
  );
}

function Orders({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="hidden">Order of adjacent work</legend>
      {(Object.keys(ORDERS) as Order[]).map((key) => (
        <label key={key}>
          <input type="radio" name={name} checked={order === key} onChange={() => onChange(key)} />
          <span>{ORDERS[key]}</span>
        </label>
      ))}
    </fieldset>
  );
}
