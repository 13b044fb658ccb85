import { useState } from "react";
import type { Kind } from "../../core/api/types";
import { count, kindName, noun } from "../../core/format";
import { around, type GraphState, held, isInferred, KINDS, shown, toggleKind } from "../../core/graph";
import { createStore, type Store, useStore } from "../../core/store";
import { widthLegendOf } from "../../graph/widths";
import { KindIcon } from "../KindIcon";
import { grow, STEP } from "./grow";

const EMPTY = createStore<GraphState | null>(null);

/** The legend: what each sign is, how many of it are shown of how many, a switch for it, and the way to the rest. */
export function Legend({ store, growing = true }: { store: Store<GraphState> | null; growing?: boolean }) {
  const state = useStore<GraphState | null>((store as Store<GraphState | null> | null) ?? EMPTY);
  const [says, say] = useState("");
  const center = state?.center.length === 1 ? state.center[0] : undefined;
  return (
    <div className="legend-row">
      <ul className="legend" aria-label="Kinds of node">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Switch kind={kind} state={state} onToggle={() => store?.update(toggleKind(kind))} />
            {growing && store && center && state?.cursors.get(center)?.[kind] && (
              <button type="button" className="legend-more" aria-label={`Add ${STEP} more ${noun(kind, 2)}`} title={`Add ${STEP} more ${noun(kind, 2)}`} onClick={() => void grow(store, center, kind).then(say)}>
                +{STEP}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Lines state={state} />
      <p className="hidden" role="status">
        {says}
      </p>
    </div>
  );
}

function Switch({ kind, state, onToggle }: { kind: Kind; state: GraphState | null; onToggle: () => void }) {
  const [now, here] = state ? [shown(state)[kind], held(state)[kind]] : [0, 0];
  const all = state ? around(state)[kind] : 0;
  const off = state?.hidden.has(kind) ?? false;
  return (
    <button type="button" className="legend-kind" aria-pressed={!off} disabled={!state || (all === 0 && here === 0)} onClick={onToggle}>
      <KindIcon kind={kind} size={18} />
      <span className="legend-name">{kindName(kind)}</span>
      <span className="legend-count">{!state ? "…" : all === 0 && here === 0 ? "none known" : now === all ? count(here) : here > now ? `${count(here)}, ${count(all - now)} more` : `${count(now)} of ${count(all)}`}</span>
    </button>
  );
}

/** What the lines of the picture say, as far as they differ; the room is kept while nothing is known. */
function Lines({ state }: { state: GraphState | null }) {
  const edges = state ? [...state.edges.values()] : [];
  const widths = state ? widthLegendOf(state) : [];
  return (
    <ul className="legend-lines" aria-label="Kinds of line">
      {widths.length > 0 && <li>Joint papers</li>}
      {widths.map(({ papers, width }) => (
        <li key={papers}>
          <Line width={width} /> {count(papers)}
        </li>
      ))}
      {edges.some(isInferred) && (
        <li title="A title or an abstract names the work; no reference list states it">
          <Line width={1.2} dashed /> inferred citation
        </li>
      )}
    </ul>
  );
}

function Line({ width, dashed = false }: { width: number; dashed?: boolean }) {
  return (
    <svg className="legend-line" width="26" height="8" aria-hidden="true">
      <path d="M0 4h26" strokeWidth={width} {...(dashed ? { strokeDasharray: "4 3" } : {})} />
    </svg>
  );
}
