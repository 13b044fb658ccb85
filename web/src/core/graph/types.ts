import type { Kind, Slice, SliceEdge, SliceNode } from "../api/types";

export const KINDS: readonly Kind[] = ["Person", "Paper", "Topic", "Institution"];

/** A node in the picture: the API's, with its place in the order of importance (0 first). */
export interface GraphNode extends SliceNode {
  rank: number;
}

export interface GraphEdge extends SliceEdge {
  key: string;
}

/** What is left to fetch around a node, per kind: the cursor of the next ones; null when all were fetched. */
export type Cursors = Partial<Record<Kind, string | null>>;

export interface GraphState {
  center: readonly string[];
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
  /** Nodes that there are in the neighbourhood, by kind. */
  total: Slice["total"];
  rule: string;
  hidden: ReadonlySet<Kind>;
  selected: string | null;
  hovered: string | null;
  hoveredEdge: string | null;
  cursors: ReadonlyMap<string, Cursors>;
}
