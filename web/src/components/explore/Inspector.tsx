import type { Explorer } from "../../core/explore/explorer";
import { kindName, plural } from "../../core/format";
import { edgesBetween, type GraphNode, type GraphState, select, toggleMark } from "../../core/graph";
import { nodeFacts } from "../../core/graph/words";
import { useStore } from "../../core/store";
import { KindIcon } from "../KindIcon";
import { MathText } from "../MathText";
import { Tie } from "../graph/Tie";
import { To } from "../To";
import { togglePin } from "./acts";
import { Expand } from "./Expand";
import { Links } from "./Links";
import { Marked } from "./Marked";
import { PathFinder } from "./PathFinder";

/** The facts of the selection, or of the start while nothing is selected, and what can be done with it; of several marked nodes together; and paths between people. */
export function Inspector({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const id = state.selected ?? (state.center.length === 1 && state.marked.size === 0 ? state.center[0] : undefined);
  const node = id ? state.nodes.get(id) : undefined;
  return (
    <>
      {state.marked.size > 0 && <Marked explorer={explorer} state={state} />}
      {node ? <Chosen key={node.id} explorer={explorer} state={state} node={node} /> : state.marked.size === 0 && <Hint />}
      <PathFinder explorer={explorer} />
      {state.rule && <Rule text={state.rule} />}
    </>
  );
}

function Hint() {
  return <p className="inspector-part quiet">Select a node to read its facts and to see how much there is around it, before anything is fetched.</p>;
}

function Rule({ text }: { text: string }) {
  return (
    <details className="inspector-rule disclosure">
      <summary>Why just these are shown</summary>
      <p className="quiet">{text}</p>
    </details>
  );
}

/** A node in full. The start is shown while nothing is selected, so there is nothing to clear then. */
function Chosen({ explorer, state, node }: { explorer: Explorer; state: GraphState; node: GraphNode }) {
  const evidence = state.center.flatMap((center) => edgesBetween(state, center, node.id));
  return (
    <section className="inspector-part" aria-label={state.selected ? "Selected" : "Start"}>
      <div className="graph-chosen">
        <KindIcon kind={node.kind} size={22} />
        <div>
          <h2 className="graph-chosen-name" dir="auto">
            <MathText text={node.label} />
          </h2>
          <p className="graph-chosen-facts">{[kindName(node.kind, 1), ...nodeFacts(node)].join(" · ")}</p>
        </div>
        {state.selected && <button type="button" className="icon-button" aria-label="Clear the selection" onClick={() => explorer.graph.update(select(null))}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round"><path d="M3.5 3.5l9 9M12.5 3.5l-9 9" /></svg>
        </button>}
      </div>
      <p className="inspector-open">
        <To kind={node.kind} id={node.id}>
          Open its page
        </To>
      </p>
      {evidence.slice(0, 3).map((edge) => (
        <Tie key={edge.key} state={state} edge={edge} />
      ))}
      <Expand explorer={explorer} state={state} node={node} />
      <Acts explorer={explorer} state={state} node={node} />
      <Links explorer={explorer} state={state} node={node} />
    </section>
  );
}

function Acts({ explorer, state, node }: { explorer: Explorer; state: GraphState; node: GraphNode }) {
  const brought = [...state.nodes.values()].filter((other) => other.by === node.id).length;
  return (
    <div className="acts" role="group" aria-label="Do with it">
      <button type="button" className="button button-small" onClick={() => void explorer.act({ do: "only", ids: [node.id] })}>
        Only its neighbours
      </button>
      <button type="button" className="button button-small" disabled={brought === 0} title={brought === 0 ? "Nothing was added around it yet" : `Takes out the ${plural(brought, "node")} that it brought`} onClick={() => void explorer.act({ do: "collapse", id: node.id })}>
        Collapse
      </button>
      <button type="button" className="button button-small" aria-pressed={state.pinned.has(node.id)} onClick={() => togglePin(explorer, node.id)}>
        {state.pinned.has(node.id) ? "Unpin" : "Pin"}
      </button>
      <button type="button" className="button button-small" aria-pressed={state.marked.has(node.id)} onClick={() => explorer.graph.update(toggleMark(node.id))}>
        {state.marked.has(node.id) ? "Unmark" : "Mark"}
      </button>
      <button type="button" className="button button-small" onClick={() => void explorer.act({ do: "hide", ids: [node.id] })}>
        Hide
      </button>
    </div>
  );
}
