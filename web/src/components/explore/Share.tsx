import type { Explorer } from "../../core/explore/explorer";
import { LONGEST } from "../../core/explore/address";
import { cypherOf } from "../../core/explore/cypher";
import { fullAddress, saveRecipe } from "../../core/explore/file";
import { ask } from "../../core/api/resource";
import { plainMath } from "../../core/math";
import { base } from "../../core/route";
import { useStore } from "../../core/store";
import { Copy } from "../Copy";
import { Menu } from "../Menu";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The view as a link, for other pages, as a Cypher script, or as a file. */
export function Share({ explorer }: { explorer: Explorer }) {
  return (
    <Menu label="Share" title="Share this view" className="button button-small">
      {() => <Ways explorer={explorer} />}
    </Menu>
  );
}

function Ways({ explorer }: { explorer: Explorer }) {
  const { frames, at } = useStore(explorer.session);
  const title = explorer.graph.get().center.map((id) => plainMath(explorer.label(id))).join(", ");
  const link = fullAddress(explorer, base());
  const frame = `<iframe src="${escaped(fullAddress(explorer, base(), "embed"))}" title="${escaped(`Research graph: ${title}`)}" width="800" height="560" loading="lazy"></iframe>`;
  const long = link.length > LONGEST;
  return (
    <ul className="ways">
      {!long && (
        <li>
          <Copy text={() => link} label="Copy link" className="way-button" />
          <span className="quiet">opens exactly this view</span>
        </li>
      )}
      {!long && (
        <li>
          <Copy text={() => frame} label="Copy embed code" className="way-button" />
          <span className="quiet">an iframe for another page, read-only</span>
        </li>
      )}
      <li>
        <Copy text={() => cypherOf(frames.slice(0, at), explorer.label, ask)} label="Copy as Cypher" className="way-button" />
        <span className="quiet">the queries of all steps, with their parameters</span>
      </li>
      <li>
        <button type="button" className="way-button" onClick={() => saveRecipe(explorer)}>
          Save as a file
        </button>
        <span className="quiet">{long ? "this view is too long for an address" : "the steps, to open here again"}</span>
      </li>
    </ul>
  );
}
