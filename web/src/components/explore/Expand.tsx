import type { Kind, Neighbours } from "../../core/api/types";
import { useResource } from "../../core/api/resource";
import type { Explorer } from "../../core/explore/explorer";
import { here } from "../../core/explore/rows";
import { count, noun } from "../../core/format";
import { type GraphNode, type GraphState, KINDS } from "../../core/graph";
import { useStore } from "../../core/store";
import { KindIcon } from "../KindIcon";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";
import { countsQuestion, left, STEP } from "./acts";

/** The most that one press fetches. */
const MOST = 100;

/** How many neighbours there are of each kind, before anything is fetched, how many are here, and the way to the rest. */
export function Expand({ explorer, state, node }: { explorer: Explorer; state: GraphState; node: GraphNode }) {
  const answer = useResource<Neighbours>(countsQuestion(node.id));
  const { doing, says } = useStore(explorer.session);
  const near = here(state, node.id);
  const rests = (kind: Kind): number => left(state, node.id, kind, answer.data?.counts[kind] ?? 0);
  const kinds = KINDS.filter((kind) => answer.data?.counts[kind]);
  const first = kinds.find((kind) => rests(kind) > 0);
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what="Its neighbours could not be counted." />;
  return (
    <div className="expand">
      <h3 className="inspector-head">Around it</h3>
      {!answer.data && <Skeleton lines={4} />}
      {answer.data && kinds.length === 0 && <p className="quiet">Nothing more is known around it.</p>}
      <ul>
        {kinds.map((kind) => {
          const all = answer.data?.counts[kind] ?? 0;
          const rest = rests(kind);
          const add = (number: number): void => void explorer.act({ do: "expand", id: node.id, kind, count: number });
          return (
            <li key={kind}>
              <KindIcon kind={kind} />
              <span className="expand-count">{rest === 0 ? `all ${count(all)} ${noun(kind, all)}` : near[kind] > 0 ? `${count(Math.min(near[kind], all))} of ${count(all)} ${noun(kind, all)}` : `${count(all)} ${noun(kind, all)}`}</span>
              {rest > 0 && (
                <>
                  <button type="button" className={kind === first ? "button button-small button-main" : "button button-small"} onClick={() => add(STEP)}>
                    +{Math.min(STEP, rest)}
                    <span className="hidden"> {noun(kind, STEP)}</span>
                  </button>
                  {rest > STEP && (
                    <button type="button" className="button button-small" onClick={() => add(MOST)}>
                      {rest <= MOST ? "all" : `+${MOST}`}
                      <span className="hidden"> {noun(kind, MOST)}</span>
                    </button>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="expand-says quiet" aria-hidden="true">
        {doing?.do === "expand" && doing.id === node.id ? "Fetching…" : says}
      </p>
      <SeeQuery path={countsQuestion(node.id)} />
    </div>
  );
}
