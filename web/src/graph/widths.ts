import { type GraphEdge, type GraphState, isEdgeHidden } from "../core/graph";

/** What a tie weighs: joint papers between co-authors, 1 for the rest. */
export const tie = (edge: Pick<GraphEdge, "kind" | "papers">): number => (edge.kind === "COAUTHORED" ? (edge.papers ?? 1) : 1);

const widthFor = (papers: number): number => Math.min(4.5, 0.7 + Math.sqrt(papers) * 0.55);

/** Width of an edge in pixels: by joint papers for co-authors, thin for the rest. */
export const thickness = (edge: GraphEdge): number => (edge.kind === "COAUTHORED" ? widthFor(edge.papers ?? 1) : 1);

/** What the widths of co-authorship edges stand for: the fewest and the most joint papers, and some number between. */
export function widthLegendOf(state: GraphState): { label: string; papers: number; width: number }[] {
  const papers = [...state.edges.values()].filter((edge) => edge.kind === "COAUTHORED" && !isEdgeHidden(state, edge)).map((edge) => edge.papers ?? 1);
  if (!papers.length) return [];
  const [least, most] = [Math.min(...papers), Math.max(...papers)];
  const values = [...new Set([least, Math.round((least + most) / 2), most])];
  return values.map((value) => ({ label: `${value.toLocaleString("en")} joint ${value === 1 ? "paper" : "papers"}`, papers: value, width: widthFor(value) }));
}
