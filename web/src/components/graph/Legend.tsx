import { count, kindName } from "../../core/format";
import { type GraphState, KINDS, shown, toggleKind } from "../../core/graph";
import { createStore, type Store, useStore } from "../../core/store";
import { KindIcon } from "../KindIcon";

const EMPTY = createStore<GraphState | null>(null);

/** The legend: what each sign is, how many of it are shown of how many, and a switch for it. */
export function Legend({ store }: { store: Store<GraphState> | null }) {
  const state = useStore<GraphState | null>((store as Store<GraphState | null> | null) ?? EMPTY);
  const now = state ? shown(state) : null;
  return (
    <ul className="legend" aria-label="Kinds of node">
      {KINDS.map((kind) => {
        const all = state && now ? Math.max(now[kind], state.total[kind] ?? 0) : 0;
        const off = state?.hidden.has(kind) ?? false;
        return (
          <li key={kind}>
            <button type="button" className="legend-kind" aria-pressed={!off} disabled={!state || all === 0} onClick={() => store?.update(toggleKind(kind))}>
              <KindIcon kind={kind} size={18} />
              <span className="legend-name">{kindName(kind)}</span>
              <span className="legend-count">{state && now ? (all === 0 ? "none" : now[kind] === all ? count(all) : `${count(now[kind])} of ${count(all)}`) : "…"}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
