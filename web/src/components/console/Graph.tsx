import { explorerAddress, explorerAddressOf, type Found, idsIn, MOST_IDS, MOST_SHOWN } from "../../core/console/found";
import type { Table } from "../../core/api/types";
import { count, join, noun, plural } from "../../core/format";
import { KINDS } from "../../core/graph/types";
import { KindIcon } from "../KindIcon";
import { Link, To } from "../To";

/** Nodes of a kind that are named here. */
const NAMED = 12;

/** What of the rows is graph, by kind, and the way to see it drawn. */
export function Graph({ found, table }: { found: Found; table: Table }) {
  if (found.nodes.length === 0) return <NoNodes ids={idsIn(table.fields, table.rows)} />;
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

/** What to do where no node came back whole; ids are enough to see what they stand for. */
function NoNodes({ ids }: { ids: string[] }) {
  return (
    <div className="results-graph">
      <p className="quiet results-none">
        No people, papers, topics or institutions came back as nodes. Return them whole to see just them and their edges: <code>RETURN p, r, q</code> and not only <code>p.name</code>.
      </p>
      {ids.length > 0 && (
        <p className="results-ways">
          <Link path={explorerAddressOf(ids)} className="button">
            Open what the ids stand for
          </Link>
          <span className="quiet">
            {ids.length > MOST_IDS ? `The first ${MOST_IDS} of ${count(ids.length)} ids` : `The ${plural(ids.length, "id")} in the rows`}, with all edges among them, in the explorer.
          </span>
        </p>
      )}
    </div>
  );
}
