import type { Kind, Slice, SliceEdge, SliceNode } from "../api/types";

export const KINDS: readonly Kind[] = ["Person", "Paper", "Topic", "Institution"];

/** A node in the picture: the API's, with its place in the order of importance (0 first). */
export interface GraphNode extends SliceNode {
  rank: number;
  /** The node that it came by when that one was expanded; empty when it was added for itself. */
  by?: string;
}

/** An expansion: how many neighbours of a kind were asked for around a node. */
export interface Growth {
  id: string;
  kind: Kind;
  count: number;
}

export interface GraphEdge extends SliceEdge {
  key: string;
}

/** What is left to fetch around a node, per kind: the cursor of the next ones; null when all were fetched. */
export type Cursors = Partial<Record<Kind, string | null>>;

/** What colour and size of a node stand for; `own` is the measure of its kind (joint works, citations, works). */
export interface Look {
  colour: "kind" | "community" | "year";
  size: "own" | "works" | "citations" | "weight";
}

/** What of the picture is shown; null and 1 let everything pass. */
export interface Filter {
  /** First and last year, inclusive. */
  from: number | null;
  to: number | null;
  /** Ids of a topic and of an institution in the picture. */
  topic: string | null;
  institution: string | null;
  /** Joint papers that two people have at least. */
  weight: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface GraphState {
  center: readonly string[];
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
  /** Nodes that there are in the neighbourhood, by kind. */
  total: Slice["total"];
  rule: string;
  hidden: ReadonlySet<Kind>;
  selected: string | null;
  /** Several nodes marked, to do something with all of them. */
  marked: ReadonlySet<string>;
  hovered: string | null;
  hoveredEdge: string | null;
  cursors: ReadonlyMap<string, Cursors>;
  /** What was expanded, in order. */
  grown: readonly Growth[];
  look: Look;
  /** Where nodes were put by hand; the layout leaves these alone. */
  pinned: ReadonlyMap<string, Point>;
  /** The layout moves nothing. */
  frozen: boolean;
  filter: Filter;
  /** Nodes that were taken out one by one. */
  away: ReadonlySet<string>;
  /** When set, only these nodes are in. */
  only: ReadonlySet<string> | null;
  /** Nodes that are drawn at most; the least of each kind are grouped. */
  room: number;
  /** What filters, `away`, `only` and `room` keep out of the picture: computed by `sift`. */
  out: ReadonlySet<string>;
  /** Of `out`, what is there but over the room. */
  grouped: ReadonlySet<string>;
}
