import type { Explorer } from "../../core/explore/explorer";
import { count } from "../../core/format";
import { type GraphState, narrow } from "../../core/graph";
import { type LegendFilter, legendOf, sizeLegendOf } from "../../graph/legend";
import { Legend } from "../graph/Legend";

const OWN = "Size: joint works of people, citations of papers, works of the rest";

/** The legend: the kinds with their switches, and what colour and size stand for now; what can be chosen alone is a button. */
export function Key({ explorer, state }: { explorer: Explorer; state: GraphState }) {
  return (
    <div className="key">
      <Legend store={explorer.view} growing={false} />
      <Colours explorer={explorer} state={state} />
      <Sizes state={state} />
    </div>
  );
}

/** Whether only what the filter names is shown. */
function chosen(state: GraphState, filter: LegendFilter): boolean {
  if ("ids" in filter) return state.only !== null && filter.ids.length === state.only.size && filter.ids.every((id) => state.only?.has(id));
  return "from" in filter && state.filter.from === filter.from && state.filter.to === filter.to;
}

/** What the colours stand for; each of them can be chosen alone. */
export function Colours({ explorer, state }: { explorer: Explorer; state: GraphState }) {
  if (state.look.colour === "kind") return null; // the switches of the kinds say it
  const legend = legendOf(state);
  const choose = (filter: LegendFilter): void => {
    const off = chosen(state, filter);
    if ("ids" in filter) void explorer.act(off ? { do: "show" } : { do: "keep", ids: filter.ids });
    else if ("from" in filter) explorer.graph.update(narrow(off ? { from: null, to: null } : { from: filter.from, to: filter.to }));
  };
  return (
    <ul className="key-colours" aria-label={legend.title}>
      <li className="quiet">{legend.title}</li>
      {legend.items.map(({ label, colour, count: number, filter }) => (
        <li key={label}>
          {filter ? (
            <button type="button" className="key-colour" aria-pressed={chosen(state, filter)} title={chosen(state, filter) ? "Show all again" : "Show only these"} onClick={() => choose(filter)}>
              <Swatch colour={colour} /> {label} <span className="legend-count">{count(number)}</span>
            </button>
          ) : (
            <span className="key-colour">
              <Swatch colour={colour} /> {label} <span className="legend-count">{count(number)}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const Swatch = ({ colour }: { colour: string }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <circle cx="6" cy="6" r="6" style={{ fill: colour }} />
  </svg>
);

function Sizes({ state }: { state: GraphState }) {
  const { title, items } = sizeLegendOf(state);
  if (state.look.size === "own") return <p className="quiet">{OWN}</p>;
  if (items.length === 0) return <p className="quiet">{title}: not imported for anything in the picture, so all are of one size.</p>;
  return (
    <ul className="key-sizes" aria-label={`Sizes: ${title}`}>
      <li className="quiet">{title}</li>
      {items.map(({ label, radius }) => (
        <li key={label}>
          <svg width={radius * 2} height={radius * 2} viewBox={`${-radius} ${-radius} ${radius * 2} ${radius * 2}`} aria-hidden="true">
            <circle r={radius - 0.5} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
