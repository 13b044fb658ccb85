import type { Explorer } from "../../core/explore/explorer";
import { leftOut, visible } from "../../core/explore/rows";
import { count, noun, plural } from "../../core/format";
import { type GraphState, KINDS, narrow, OPEN, toggleKind } from "../../core/graph";
import { KindIcon } from "../KindIcon";

/** Nodes that one press draws more when some are grouped. */
const MORE = 200;

/** Over the picture: how much of it is drawn while the rest is grouped, and the way to more. */
export function Drawn({ explorer, state }: { explorer: Explorer; state: GraphState }) {
  const { grouped } = leftOut(state);
  const over = KINDS.reduce((sum, kind) => sum + grouped[kind], 0);
  if (over === 0) return null;
  return (
    <p className="faces-drawn">
      <span>
        {count(visible(state).length)} drawn, {count(over)} grouped
      </span>
      <button type="button" className="textbutton" onClick={() => void explorer.act({ do: "room", nodes: state.room + MORE })}>
        Draw {MORE} more
      </button>
    </p>
  );
}

/** What is there but not shown, why, and the way to each. */
export function Rest({ explorer, state }: { explorer: Explorer; state: GraphState }) {
  const rest = leftOut(state);
  const groups = KINDS.filter((kind) => rest.grouped[kind] > 0);
  return (
    <ul className="rest" aria-label="Not shown">
      {groups.map((kind) => (
        <li key={kind} className="rest-group">
          <KindIcon kind={kind} /> +{count(rest.grouped[kind])} {noun(kind, rest.grouped[kind])}, grouped
        </li>
      ))}
      {rest.filtered > 0 && (
        <li>
          <span>{plural(rest.filtered, "node")} left out by filters.</span>
          <button type="button" className="textbutton" onClick={() => explorer.graph.update(narrow(OPEN))}>
            Clear filters
          </button>
        </li>
      )}
      {KINDS.filter((kind) => state.hidden.has(kind)).map((kind) => (
        <li key={kind}>
          <span>{noun(kind, 2).replace(/^./u, (letter) => letter.toUpperCase())} are hidden.</span>
          <button type="button" className="textbutton" onClick={() => explorer.graph.update(toggleKind(kind))}>
            Show
          </button>
        </li>
      ))}
      {rest.byHand > 0 && (
        <li>
          <span>{plural(rest.byHand, "node")} hidden by hand.</span>
          <button type="button" className="textbutton" onClick={() => void explorer.act({ do: "show" })}>
            Show again
          </button>
        </li>
      )}
    </ul>
  );
}
