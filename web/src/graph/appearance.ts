import type { EdgeDisplayData } from "sigma/types";
import { type GraphEdge, type GraphNode, type GraphState, isHidden } from "../core/graph";
import { css, mix, type Palette } from "./palette";
import type { KindDisplay } from "./program";
import { SHAPES } from "./shapes";
import type { Fades, Focus } from "./view";

const FADED = 0.8;

/** Radius of a node in pixels: people by joint works, papers by citations, topics and institutions by works. */
export function radius(node: GraphNode): number {
  if (node.center) return 17;
  if (node.kind === "Person") return 8.5 + Math.min(4.5, Math.sqrt(node.joint ?? 0) * 1.1);
  if (node.kind === "Paper") return 7.5 + Math.min(5, Math.sqrt(node.citations_graph ?? 0) * 1.3);
  return 8.5 + Math.min(3, Math.log10(1 + (node.works ?? 0)));
}

/** Width of an edge in pixels: by joint papers for co-authors, thin for the rest. */
export function thickness(edge: GraphEdge): number {
  return edge.kind === "COAUTHORED" ? Math.min(4.5, 0.7 + Math.sqrt(edge.papers ?? 1) * 0.55) : 1;
}

export function nodeLook(state: GraphState, node: GraphNode, palette: Palette, fades: Fades): Partial<KindDisplay> {
  const chosen = state.selected === node.id;
  return {
    size: radius(node),
    color: css(mix(palette.kind[node.kind], palette.surface, fades.of(node.id) * FADED)),
    hidden: isHidden(state, node.id),
    shape: SHAPES[node.kind].index,
    ring: chosen ? css(palette.accent) : node.center ? css(mix(palette.kind[node.kind], palette.surface, 0.45)) : "",
    type: "kind",
    zIndex: chosen || state.hovered === node.id ? 3 : node.center ? 2 : 1,
  };
}

export function edgeLook(state: GraphState, edge: GraphEdge, palette: Palette, fades: Fades, focus: Focus | null): Partial<EdgeDisplayData> {
  const own = focus !== null && (edge.source === focus.id || edge.target === focus.id);
  const hovered = state.hoveredEdge === edge.key;
  const hidden = isHidden(state, edge.source) || isHidden(state, edge.target);
  const size = thickness(edge);
  if (hovered) return { color: css(palette.accent), size: size + 1, hidden, zIndex: 2 };
  if (own) return { color: css(mix(palette.ink, palette.surface, 0.4)), size: size + 0.3, hidden, zIndex: 1 };
  const faded = Math.max(fades.of(edge.source), fades.of(edge.target), focus ? 0.6 : 0);
  return { color: css(mix(palette.edge, palette.surface, faded * FADED)), size, hidden, zIndex: 0 };
}
