/** Slices of the graph, and the neighbours of a node. */

import type { Kind } from "./parts";

/** A node of a slice, placed. */
export interface SliceNode {
  id: string;
  kind: Kind;
  label: string;
  /** Seeded position, within [-1, 1]. */
  x: number;
  y: number;
  center: boolean;
  /** Papers: year. Others: last year seen in the slice. */
  year: number | null;
  /** People, topics, institutions: works in the graph. */
  works: number | null;
  /** Papers: citations inside this graph. */
  citations_graph: number | null;
  /** Papers: type of work. Topics: scheme. */
  type: string | null;
  /** People: works joint with the centre. */
  joint: number | null;
  /** Rank weight by which it was chosen, 0 to 1 per kind. */
  weight: number | null;
}

/** An edge among the nodes shown. */
export interface SliceEdge {
  source: string;
  target: string;
  kind: "AUTHORED" | "COAUTHORED" | "HAS_TOPIC" | "CITES" | "AFFILIATED_WITH" | "PART_OF";
  /** Co-authorship: number of joint works. */
  papers: number | null;
  first_year: number | null;
  last_year: number | null;
  /** Citation: `stated` or `inferred`. */
  basis: string | null;
  /** Topic: the source's confidence. */
  score: number | null;
}

/** A bounded, deterministic neighbourhood, with what was left out. */
export interface Slice {
  /** Ids of the seeds. */
  center: string[];
  nodes: SliceNode[];
  edges: SliceEdge[];
  /** Nodes shown, by kind. */
  shown: Partial<Record<Kind, number>>;
  /** Nodes that there are after the filters, by kind. */
  total: Partial<Record<Kind, number>>;
  /** How it was cut, in one or two sentences. */
  rule: string;
  /** Cursor by kind for the next ones; null when all are shown. */
  next: Partial<Record<Kind, string | null>>;
  dataset: string;
}

/** The next neighbours of a node, of one kind, best first; or only the counts when no kind is asked for. */
export interface Neighbours {
  id: string;
  /** Neighbours by kind, before anything is fetched. */
  counts: Partial<Record<Kind, number>>;
  kind: Kind | null;
  nodes: SliceNode[];
  edges: SliceEdge[];
  next: string | null;
  rule: string;
  dataset: string;
}

/** All edges among some nodes. */
export interface Edges {
  edges: SliceEdge[];
  /** Identifiers, as given, that lead to no node. */
  unknown: string[];
  dataset: string;
}

/** A query of the catalogue as it ran. */
export interface RanQuery {
  /** Its file below `cypher/`, without the ending. */
  name: string;
  /** What it is for. */
  purpose: string;
  mode: "read" | "write" | "schema";
  /** Cypher text. */
  text: string;
  params: Record<string, unknown>;
}

/** The queries behind an answer, in the order in which they ran. */
export interface Queries {
  queries: RanQuery[];
  dataset: string;
}
