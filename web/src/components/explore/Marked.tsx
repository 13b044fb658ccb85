import type { Explorer } from "../../core/explore/explorer";
import { plural } from "../../core/format";
import { type GraphState, mark, toggleMark } from "../../core/graph";
import { plainMath } from "../../core/math";
import { comparePath } from "../../core/route";
import { ExportMenu } from "../ExportMenu";
import { KindIcon } from "../KindIcon";
import { Link } from "../To";

/** Several marked nodes, and what can be done with all of them. */
export function Marked({ explorer, state }: { explorer: Explorer; state: GraphState }) {
  const nodes = [...state.marked].flatMap((id) => state.nodes.get(id) ?? []);
  const ids = nodes.map((node) => node.id);
  const papers = nodes.filter((node) => node.kind === "Paper").map((node) => node.id);
  const [a, b] = nodes.every((node) => node.kind === "Person") && nodes.length === 2 ? ids : [];
  return (
    <section className="inspector-part" aria-label="Marked">
      <div className="inspector-title">
        <h2>{plural(nodes.length, "node")} marked</h2>
        <button type="button" className="textbutton" onClick={() => explorer.graph.update(mark([]))}>
          Unmark all
        </button>
      </div>
      <ul className="marked">
        {nodes.map((node) => (
          <li key={node.id}>
            <KindIcon kind={node.kind} size={14} />
            <span dir="auto">{plainMath(node.label)}</span>
            <button type="button" className="marked-off" aria-label={`Unmark ${plainMath(node.label)}`} onClick={() => explorer.graph.update(toggleMark(node.id))}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <div className="acts" role="group" aria-label="Do with all marked">
        <button type="button" className="button button-small" onClick={() => void explorer.act({ do: "only", ids })}>
          Only these and their neighbours
        </button>
        <button type="button" className="button button-small" onClick={() => void explorer.act({ do: "hide", ids })}>
          Hide these
        </button>
        {a && b && (
          <Link path={comparePath(a, b)} className="button button-small">
            Compare these two
          </Link>
        )}
        {papers.length > 0 && <ExportMenu label={`Cite ${plural(papers.length, "paper")}`} name="marked-papers" ids={papers} className="button button-small" />}
      </div>
    </section>
  );
}
