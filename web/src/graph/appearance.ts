import { type GraphEdge, type GraphNode, type GraphState, isEdgeHidden, isHidden, isInferred } from "../core/graph";
import { blend, css, type Palette } from "./palette";
import type { LineDisplay } from "./line";
import type { KindDisplay } from "./program";
import { SHAPES } from "./shapes";
import { radius } from "./sizes";
import { tintOf } from "./tints";
import type { Fades, Focus } from "./view";
import { thickness } from "./widths";

const FADED = 0.8;

/** How pale an edge is at rest, 0 to 1: the more edges there are, the more the thin ones step back behind the ties of the centre. */
function paleness(state: GraphState, edge: GraphEdge): number {
  const crowd = Math.min(1, state.edges.size / 300);
  const central = state.nodes.get(edge.source)?.center || state.nodes.get(edge.target)?.center;
  if (edge.kind === "COAUTHORED") return central ? 0 : crowd * Math.max(0.2, 0.72 - (edge.papers ?? 1) * 0.05);
  return crowd * (central || isInferred(edge) ? 0.3 : 0.72);
}

/** The ring around a node: selected, marked, a centre, put somewhere by hand. */
function ringOf(state: GraphState, node: GraphNode, palette: Palette): string {
  if (state.selected === node.id) return css(palette.accent);
  if (state.marked.has(node.id)) return css(palette.ink);
  if (node.center) return blend(palette.tint[tintOf(state, node)], palette.surface, 0.45);
  return state.pinned.has(node.id) ? blend(palette.ink, palette.surface, 0.55) : "";
}

export function nodeLook(state: GraphState, node: GraphNode, palette: Palette, fades: Pick<Fades, "of">): Partial<KindDisplay> {
  const above = state.selected === node.id || state.hovered === node.id;
  return {
    size: radius(state, node),
    color: blend(palette.tint[tintOf(state, node)], palette.surface, fades.of(node.id) * FADED),
    hidden: isHidden(state, node.id),
    shape: SHAPES[node.kind].index,
    ring: ringOf(state, node, palette),
    type: "kind",
    zIndex: above ? 3 : node.center ? 2 : 1,
  };
}

export function edgeLook(state: GraphState, edge: GraphEdge, palette: Palette, fades: Pick<Fades, "of">, focus: Focus | null): Partial<LineDisplay> {
  const own = focus !== null && (edge.source === focus.id || edge.target === focus.id);
  const hovered = state.hoveredEdge === edge.key;
  const hidden = isEdgeHidden(state, edge);
  const size = thickness(edge);
  const line = { hidden, dashed: isInferred(edge), type: "line" };
  if (hovered) return { ...line, color: css(palette.accent), size: size + 1, zIndex: 2 };
  if (own) return { ...line, color: blend(palette.ink, palette.surface, 0.4), size: size + 0.3, zIndex: 1 };
  const faded = Math.max(fades.of(edge.source), fades.of(edge.target), focus ? 0.6 : 0);
  return { ...line, color: blend(palette.edge, palette.surface, Math.max(faded * FADED, paleness(state, edge))), size, zIndex: 0 };
}
