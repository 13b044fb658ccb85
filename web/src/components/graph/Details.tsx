import { useEffect, useState } from "react";
import { address, ApiError } from "../../core/api/client";
import { ask } from "../../core/api/resource";
import type { Kind, Neighbours } from "../../core/api/types";
import { kindName, noun, plural } from "../../core/format";
import { degrees, edgesBetween, type GraphNode, type GraphState, KINDS, neighbours, select } from "../../core/graph";
import { nodeFacts } from "../../core/graph/words";
import { type Store, useStore } from "../../core/store";
import { KindIcon } from "../KindIcon";
import { MathText } from "../MathText";
import { To } from "../To";
import { Tie } from "./Tie";
import { grow, neighboursPath, STEP } from "./grow";

/** The facts of what is selected, and the ways to grow the picture around it. Its room is kept also when nothing is selected. */
export function Details({ store }: { store: Store<GraphState> | null }) {
  return <div className="graph-details">{store ? <Chosen store={store} /> : null}</div>;
}

function Chosen({ store }: { store: Store<GraphState> }) {
  const state = useStore(store);
  const node = state.selected ? state.nodes.get(state.selected) : undefined;
  if (!node) return <p className="quiet graph-hint">Select a node to read its facts and to add what is around it.</p>;
  const evidence = state.center.flatMap((center) => edgesBetween(state, center, node.id));
  return (
    <>
      <div className="graph-chosen">
        <KindIcon kind={node.kind} size={22} />
        <div>
          <p className="graph-chosen-name" dir="auto">
            <To kind={node.kind} id={node.id}>
              <MathText text={node.label} />
            </To>
          </p>
          <p className="graph-chosen-facts">{[kindName(node.kind, 1), ...nodeFacts(node), `${plural(neighbours(state, node.id).size, "link")} in the picture`].join(" · ")}</p>
          {evidence.slice(0, 3).map((edge) => (
            <Tie key={edge.key} state={state} edge={edge} />
          ))}
        </div>
        <button type="button" className="icon-button" aria-label="Clear the selection" onClick={() => store.update(select(null))}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9" /></svg>
        </button>
      </div>
      <Growth key={node.id} store={store} node={node} />
    </>
  );
}

/** Buttons that add the next neighbours of a kind, with how many there are before anything is fetched. */
function Growth({ store, node }: { store: Store<GraphState>; node: GraphNode }) {
  const state = useStore(store);
  const [counts, setCounts] = useState<Neighbours["counts"] | null>(null);
  const [says, say] = useState("");
  const path = neighboursPath(node.id);
  useEffect(() => {
    const controller = new AbortController();
    ask<Neighbours>(address(path), controller.signal).then(
      (answer) => setCounts(answer.counts),
      (error: unknown) => !controller.signal.aborted && say(error instanceof ApiError ? error.message : "Its neighbours could not be counted."),
    );
    return () => controller.abort();
  }, [path]);
  const here = degrees(state, node.id);
  const add = async (kind: Kind): Promise<void> => {
    say(`Fetching ${noun(kind, 2)}…`);
    say(await grow(store, node.id, kind));
  };
  return (
    <div className="growth">
      <span className="growth-label">Add around it</span>
      {!counts && !says && <span className="quiet">counting…</span>}
      {counts &&
        KINDS.filter((kind) => counts[kind]).map((kind) => {
          const number = counts[kind] ?? 0;
          const done = state.cursors.get(node.id)?.[kind] === null || here[kind] >= number;
          const all = plural(number, noun(kind, 1), noun(kind, 2));
          return (
            <button key={kind} type="button" className="button button-small" disabled={done} onClick={() => void add(kind)}>
              <KindIcon kind={kind} size={14} />
              {done ? `${all} here` : here[kind] > 0 ? `more of ${all}` : number > STEP ? `${STEP} of ${all}` : all}
            </button>
          );
        })}
      {counts && KINDS.every((kind) => !counts[kind]) && <span className="quiet">nothing more is known around it</span>}
      <span className="growth-says" role="status">
        {says}
      </span>
    </div>
  );
}
