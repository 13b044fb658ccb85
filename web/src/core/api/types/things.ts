/** Papers, topics, institutions; search, paths and the data set. */

import type { Count, Identifier, Kind, PaperRef, Provenance, Ref, TopicShare, Work } from "./parts";

/** A paper's page. */
export interface PaperFacts {
  work: Work;
  affiliations: Ref[];
  /** Works it cites inside this graph. */
  references: PaperRef[];
  /** Works inside this graph that cite it. */
  citing: PaperRef[];
  /** References stated by its sources, inside this graph or not. */
  references_total: Count;
  provenance: Provenance[];
  note: string | null;
  versions: string[];
  dataset: string;
}

/** A person active on a topic or at an institution. */
export interface ActivePerson {
  person: Ref;
  papers: number;
  last_year: number | null;
}

/** A topic's page. */
export interface TopicFacts {
  id: string;
  name: string;
  scheme: string;
  level: string | null;
  description: string | null;
  parents: Ref[];
  children: Ref[];
  papers: number;
  people: ActivePerson[];
  /** The latest works. */
  works: PaperRef[];
  provenance: Provenance[];
  dataset: string;
}

/** An institution's page. */
export interface InstitutionFacts {
  id: string;
  name: string;
  names: string[];
  country: string | null;
  city: string | null;
  types: string[];
  status: string | null;
  established: number | null;
  url: string | null;
  identifiers: Identifier[];
  parents: Ref[];
  children: Ref[];
  people_total: number;
  people: ActivePerson[];
  topics: TopicShare[];
  provenance: Provenance[];
  dataset: string;
}

/** A thing found by name or title. */
export interface SearchHit {
  id: string;
  kind: Kind;
  label: string;
  /** What tells it apart: works and years, venue and year, scheme, country. */
  detail: string | null;
  score: number;
}

/** What a search found, best first. */
export interface SearchResult {
  query: string;
  items: SearchHit[];
  dataset: string;
}

/** One step of a path: two people and their joint works. */
export interface PathHop {
  source: Ref;
  target: Ref;
  /** Newest first, at most five. */
  papers: PaperRef[];
  total: number;
}

/** A chain of co-authorships. */
export interface CoauthorPath {
  people: Ref[];
  hops: PathHop[];
  length: number;
}

/** Shortest co-authorship paths between two people. */
export interface Paths {
  source: Ref;
  target: Ref;
  items: CoauthorPath[];
  rule: string;
  /** Why there is none, when there is none. */
  reason: string | null;
  dataset: string;
}

/** A load that ran into this graph. */
export interface LoadSummary {
  id: string;
  source: string;
  state: string;
  started_at: string | null;
  finished_at: string | null;
  read: number;
  written: number;
  unchanged: number;
  rejected: number;
}

/** Of one kind of fact, how much was imported. */
export interface Completeness {
  /** What is counted, such as `papers with an abstract`. */
  fact: string;
  have: number;
  of: number;
}

/** What the data set holds, and how fresh it is. */
export interface Dataset {
  version: string;
  latest_year: number | null;
  /** Nodes by kind and edges by type. */
  counts: Record<string, number>;
  sources: string[];
  loads: LoadSummary[];
  completeness: Completeness[];
}
