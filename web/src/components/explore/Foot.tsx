import type { Explorer } from "../../core/explore/explorer";
import { freeze, type GraphState, lookAt } from "../../core/graph";
import { useStore } from "../../core/store";
import { Key } from "./Key";
import { Years } from "./Years";

const COLOURS: [GraphState["look"]["colour"], string][] = [
  ["kind", "Kind"],
  ["community", "Community"],
  ["year", "Year"],
];
const SIZES: [GraphState["look"]["size"], string][] = [
  ["own", "By kind"],
  ["works", "Works"],
  ["citations", "Citations"],
  ["weight", "Ties"],
];

/** Below the picture: years, the legend, and what colour and size stand for. */
export function Foot({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const { update } = explorer.graph;
  return (
    <section className="explorer-foot" aria-label="Years, colours and sizes">
      <Years explorer={explorer} />
      <Key explorer={explorer} state={state} />
      <div className="looks">
        <label className="look">
          <span>Colour</span>
          <select value={state.look.colour} onChange={(event) => update(lookAt({ colour: event.target.value as GraphState["look"]["colour"] }))}>
            {COLOURS.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label className="look">
          <span>Size</span>
          <select value={state.look.size} onChange={(event) => update(lookAt({ size: event.target.value as GraphState["look"]["size"] }))}>
            {SIZES.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button button-small" disabled={state.frozen} title="Lays out anew all that is not pinned" onClick={() => void explorer.act({ do: "tidy" })}>
          Tidy up
        </button>
        <button type="button" className="button button-small" aria-pressed={state.frozen} title="Keeps every node where it is" onClick={() => update(freeze(!state.frozen))}>
          {state.frozen ? "Unfreeze" : "Freeze"}
        </button>
      </div>
    </section>
  );
}
