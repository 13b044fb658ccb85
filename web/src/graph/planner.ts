import { type GraphState, isEdgeHidden, isHidden, moveAll, type Point } from "../core/graph";
import type { Store } from "../core/store";
import type { Plan } from "./layout";
import { tie } from "./widths";

/** What is shown, to be laid out anew: a lone centre stays in the middle, and what was put somewhere by hand stays there. */
export function planOf(state: GraphState, free: (id: string) => boolean): Plan {
  const nodes = [...state.nodes.values()].filter((node) => !isHidden(state, node.id)).sort((a, b) => a.rank - b.rank);
  const edges = [...state.edges.values()].filter((edge) => !isEdgeHidden(state, edge));
  const lone = state.center.length === 1 ? state.center[0] : undefined;
  return {
    nodes: nodes.map(({ id, x, y }) => (id === lone && !state.pinned.has(id) && free(id) ? { id, x: 0, y: 0, fixed: true } : { id, x, y, fixed: state.pinned.has(id) || !free(id) })),
    edges: edges.map((edge) => ({ source: edge.source, target: edge.target, weight: tie(edge) })),
  };
}

/** Lays out in a thread of its own and puts the places into the state; only the last request counts. */
export class Planner {
  private worker: Worker | null = null;
  private turn = 0;

  constructor(private readonly store: Store<GraphState>) {}

  /** Lay out the free nodes; resolves when they have their places, or when that is no longer wanted. */
  run(free: (id: string) => boolean): Promise<void> {
    const state = this.store.get();
    if (state.frozen) return Promise.resolve();
    const turn = ++this.turn;
    this.worker ??= new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    const { worker } = this;
    const plan = planOf(state, free);
    return new Promise((resolve) => {
      const hear = ({ data }: MessageEvent<{ turn: number; places: [string, Point][] }>): void => {
        if (data.turn !== turn) return;
        worker.removeEventListener("message", hear);
        if (turn === this.turn) this.store.update((now) => this.moved(now, plan, data.places));
        resolve();
      };
      worker.addEventListener("message", hear);
      worker.postMessage({ turn, plan });
    });
  }

  /** What was pinned or frozen meanwhile stays. */
  private moved(now: GraphState, plan: Plan, places: [string, Point][]): GraphState {
    if (now.frozen) return now;
    const middle = plan.nodes.filter(({ id, fixed, x, y }) => fixed && (now.nodes.get(id)?.x !== x || now.nodes.get(id)?.y !== y));
    const all: [string, Point][] = [...places, ...middle.map(({ id, x, y }): [string, Point] => [id, { x, y }])];
    return moveAll(all.filter(([id]) => !now.pinned.has(id)))(now);
  }

  stop(): void {
    this.turn = -1;
    this.worker?.terminate();
    this.worker = null;
  }
}
