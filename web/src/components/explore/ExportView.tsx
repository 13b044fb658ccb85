import { type RefObject, useState } from "react";
import { citation, MOST } from "../../core/api/citations";
import { ApiError, fetchFile, posted } from "../../core/api/client";
import { encode } from "../../core/explore/address";
import type { Explorer } from "../../core/explore/explorer";
import { fileName } from "../../core/explore/file";
import { visible, visibleEdges } from "../../core/explore/rows";
import { count, date, plural } from "../../core/format";
import { plainMath } from "../../core/math";
import { save } from "../../core/save";
import { useStore } from "../../core/store";
import type { Picture } from "../../graph/mount";
import { Menu } from "../Menu";

const GRAPHS = [
  { format: "graphml", name: "GraphML", note: "Gephi, yEd, NetworkX", ending: "graphml" },
  { format: "gexf", name: "GEXF", note: "Gephi", ending: "gexf" },
  { format: "csv", name: "CSV", note: "nodes and edges as tables, in a ZIP", ending: "zip" },
  { format: "json", name: "JSON", note: "node-link, with the steps", ending: "json" },
];

/** What is seen, as a file: the graph, its papers, the picture. */
export function ExportView({ explorer, picture }: { explorer: Explorer; picture: RefObject<Picture | null> }) {
  return (
    <Menu label="Export" title="Export what is seen" className="button button-small">
      {() => <Files explorer={explorer} picture={picture} />}
    </Menu>
  );
}

function Files({ explorer, picture }: { explorer: Explorer; picture: RefObject<Picture | null> }) {
  const state = useStore(explorer.view);
  const [says, say] = useState("");
  const [nodes, edges] = [visible(state), visibleEdges(state)];
  const papers = nodes.filter((node) => node.kind === "Paper").map((node) => node.id);
  const title = state.center.map((id) => plainMath(explorer.label(id))).join(", ");
  const { dataset } = useStore(explorer.session);
  const drawn = picture.current;
  const about = { title, provenance: `BZPEER, data set version ${dataset ?? "unknown"}, ${date(new Date().toISOString())}` };
  const hand = async (ending: string, content: () => string | Promise<string | Blob>): Promise<void> => {
    say("Making the file…");
    try {
      save(await content(), `${fileName(explorer)}.${ending}`);
      say("Saved.");
    } catch (error) {
      say(error instanceof ApiError ? error.message : "The file could not be made. Try again.");
    }
  };
  const graph = (format: string) => fetchFile(posted("graph/export", { format, nodes: nodes.map(({ rank: _, by: __, ...node }) => node), edges: edges.map(({ key: _, ...edge }) => edge), title, recipe: encode(explorer.recipe()) }));
  return (
    <div className="exports">
      <p className="quiet">
        What is shown: {plural(nodes.length, "node")}, {plural(edges.length, "edge")}.
      </p>
      <ul className="ways">
        {drawn && (
          <li>
            <button type="button" className="way-button" onClick={() => void hand("svg", () => drawn.svg(about))}>
              SVG
            </button>
            <span className="quiet">the picture, to scale and edit</span>
          </li>
        )}
        {drawn && (
          <li>
            <button type="button" className="way-button" onClick={() => void hand("png", () => drawn.png(about))}>
              PNG
            </button>
            <span className="quiet">the picture, for slides</span>
          </li>
        )}
        {GRAPHS.map(({ format, name, note, ending }) => (
          <li key={format}>
            <button type="button" className="way-button" onClick={() => void hand(ending, () => graph(format))}>
              {name}
            </button>
            <span className="quiet">{note}</span>
          </li>
        ))}
        {papers.length > 0 && (
          <li>
            <button type="button" className="way-button" onClick={() => void hand("bib", () => fetchFile(citation({ ids: papers.slice(0, MOST) }, "bibtex")))}>
              BibTeX
            </button>
            <span className="quiet">of {papers.length > MOST ? `the first ${count(MOST)} of ${plural(papers.length, "paper")}` : plural(papers.length, "paper")}</span>
          </li>
        )}
      </ul>
      <p role="status">{says}</p>
    </div>
  );
}
