import { type GraphState, isEdgeHidden, isHidden } from "../core/graph";
import type { Plan } from "./layout";
import { tie } from "./widths";

/** What is shown, to be laid out anew: a lone centre stays in the middle, and what was put somewhere by hand stays there. */
export function planOf(state: GraphState): Plan {
  const nodes = [...state.nodes.values()].filter((node) => !isHidden(state, node.id)).sort((a, b) => a.rank - b.rank);
  const edges = [...state.edges.values()].filter((edge) => !isEdgeHidden(state, edge));
  const lone = state.center.length === 1 ? state.center[0] : undefined;
  return {
    nodes: nodes.map(({ id, x, y }) => (id === lone && !state.pinned.has(id) ? { id, x: 0, y: 0, fixed: true } : { id, x, y, fixed: state.pinned.has(id) })),
    edges: edges.map((edge) => ({ source: edge.source, target: edge.target, weight: tie(edge) })),
  };
}
