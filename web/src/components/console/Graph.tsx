import { explorerAddress, type Found, MOST_SHOWN } from "../../core/console/found";
import { count, join, noun, plural } from "../../core/format";
import { KINDS } from "../../core/graph/types";
import { KindIcon } from "../KindIcon";
import { Link, To } from "../To";

/** Nodes of a kind that are named here. */
const NAMED = 12;

/** What of the rows is graph, by kind, and the way to see it drawn. */
export function Graph({ found }: { found: Found }) {
  if (found.nodes.length === 0) {
    return (
      <p className="quiet results-none">
        No people, papers, topics or institutions came back as nodes. Return them whole to see them drawn: <code>RETURN p, r, q</code> and not only <code>p.name</code>.
      </p>
    );
  }
  const kinds = KINDS.map((kind) => ({ kind, nodes: found.nodes.filter((node) => node.kind === kind) })).filter(({ nodes }) => nodes.length > 0);
  const all = found.nodes.length;
  return (
    <div className="results-graph">
      <p>
        {join(kinds.map(({ kind, nodes }) => `${count(nodes.length)} ${noun(kind, nodes.length)}`))}, {plural(found.edges.length, "edge")} among them
        {found.loose > 0 && ` (${count(found.loose)} more whose ends did not come back, or that no picture shows)`}.
      </p>
      <p className="results-ways">
        <Link path={explorerAddress(found)} className="button button-main">
          Open in the explorer
        </Link>
        <span className="quiet">{all > MOST_SHOWN ? `The first ${MOST_SHOWN} of ${count(all)} nodes, with all edges among them.` : "With all edges among them."}</span>
      </p>
      {kinds.map(({ kind, nodes }) => (
        <section key={kind} aria-label={noun(kind, 2)}>
          <ul className="results-nodes">
            {nodes.slice(0, NAMED).map((node) => (
              <li key={node.id}>
                <KindIcon kind={kind} />{" "}
                <To kind={kind} id={node.id}>
                  {node.label}
                </To>
              </li>
            ))}
            {nodes.length > NAMED && <li className="quiet">and {count(nodes.length - NAMED)} more</li>}
          </ul>
        </section>
      ))}
    </div>
  );
}
