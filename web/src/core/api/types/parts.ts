/** What several answers are made of. */

export type Kind = "Person" | "Paper" | "Topic" | "Institution";

/** Which source said it, and when it was fetched. */
export interface Provenance {
  /** Name of the source, such as `acl`. */
  source: string;
  /** Id under which the source knows the thing. */
  id: string;
  /** When the record was read into this graph (ISO 8601, UTC). */
  fetched_at: string | null;
  /** When the source last changed it; null where the source does not say. */
  updated: string | null;
}

/** A number that explains itself: null with a reason where nothing was ever imported. */
export interface Count {
  /** The number; null when it was never imported. */
  value: number | null;
  /** Sources that it is counted from. */
  sources: string[];
  /** Latest fetch time among these sources (ISO 8601, UTC). */
  as_of: string | null;
  /** Why `value` is null. */
  reason: string | null;
}

/** A node named: enough to show and to link. */
export interface Ref {
  /** Id of the node. */
  id: string;
  /** Kind of node. */
  kind: Kind;
  /** Name or title; the id where there is none. */
  label: string;
}

/** An id by which the world knows a thing, with an address where one exists. */
export interface Identifier {
  /** `doi`, `arxiv`, `orcid`, `ror`, `openalex`, `acl`, … */
  scheme: string;
  /** The id without its scheme. */
  value: string;
  /** Where it leads; null where the scheme has no public address. */
  url: string | null;
}

/** A topic of a person with its weight. */
export interface TopicShare {
  /** Id of the topic. */
  id: string;
  /** Name of the topic. */
  name: string;
  /** Scheme that the topic belongs to. */
  scheme: string;
  /** Works of the person on it. */
  papers: number;
  /** Year of the latest of them. */
  last_year: number | null;
}

/** An institution of a person, with the years in which papers state it. */
export interface AffiliationSpan {
  /** Id of the institution. */
  id: string;
  /** Name of the institution. */
  name: string;
  /** Country, ISO 3166-1 alpha-2. */
  country: string | null;
  /** First year in which a paper states it. */
  first_year: number | null;
  /** Last year in which a paper states it. */
  last_year: number | null;
}

/** One name of a byline. */
export interface BylineEntry {
  name: string;
  /** Id of the person; null where the source gives none. */
  id: string | null;
}

/** A paper as evidence: what a list needs. */
export interface PaperRef {
  id: string;
  title: string | null;
  year: number | null;
  /** Declared number of authors. */
  authors: number | null;
}

/** A work in a list. */
export interface Work {
  id: string;
  title: string | null;
  type: string | null;
  year: number | null;
  /** What the year is based on. */
  year_basis: string | null;
  revised_year: number | null;
  date: string | null;
  venue: string | null;
  byline: BylineEntry[];
  author_count: number | null;
  topics: Ref[];
  identifiers: Identifier[];
  /** The authors' abstract; null when not imported. */
  abstract: string | null;
  abstract_source: string | null;
  /** Summary by the editors of the data set. */
  summary: string | null;
  open_access: boolean | null;
  retracted: boolean | null;
  license: string | null;
  /** Citations as counted by the source; null when not imported. */
  citations_source: number | null;
  /** Citations from works inside this graph. */
  citations_graph: number | null;
  /** Source of the bibliographic fields. */
  source: string | null;
  url: string | null;
}

/** A topic on which both people have works. */
export interface SharedTopic {
  id: string;
  name: string;
  /** The smaller of the two people's numbers of works on it. */
  papers: number;
}

/** The formula of a ranking, with its parameters. */
export interface Formula {
  /** `recency`, `newman`, `count` or `association`. */
  name: string;
  /** The formula in words and symbols. */
  text: string;
  /** Where it comes from. */
  source: string;
  parameters: Record<string, number>;
}

/** An error as RFC 9457 problem+json. */
export interface Problem {
  /** Stable name of the error, a URI reference. */
  type: string;
  title: string;
  status: number;
  /** A sentence that says what to do. */
  detail: string;
  instance: string | null;
  request_id: string;
}
