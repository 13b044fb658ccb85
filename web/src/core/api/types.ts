/** The answers of the HTTP API, field by field as `graph/answers.py` promises them. Null means not known, never zero. */

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

/** Works and citations of one year. */
export interface YearCount {
  /** Calendar year. */
  year: number;
  /** Works of that year. */
  works: number;
  /** Citations from works of that year inside this graph. */
  citations: number;
}

/** The counts of a profile. */
export interface PersonCounts {
  /** Works in this graph. */
  works: Count;
  /** Topics by scheme; empty when none was imported. */
  topics: Record<string, Count>;
  /** Institutions stated on the works. */
  institutions: Count;
  /** People with at least one joint work. */
  coauthors: Count;
  /** Co-authors of at least 0.3 of the strongest tie (see collaborators). */
  close_collaborators: Count;
  /** Citations as counted by the source, summed over the works. */
  citations_source: Count;
  /** Citations from works inside this graph, stated and inferred. */
  citations_graph: Count;
}

/** What a profile says of a person. */
export interface PersonProfile {
  id: string;
  name: string;
  /** Other spellings, from the source and from bylines. */
  names: string[];
  identifiers: Identifier[];
  /** Latest stated institution; null when not imported. */
  affiliation: AffiliationSpan | null;
  affiliations: AffiliationSpan[];
  counts: PersonCounts;
  first_year: number | null;
  last_year: number | null;
  /** One entry per year from the first to the last, empty years too. */
  years: YearCount[];
  /** The strongest topics of each scheme. */
  topics: TopicShare[];
  /** Up to three closest co-authors, for a sentence about the person. */
  top_coauthors: Ref[];
  provenance: Provenance[];
  /** Version of the data set that this was read from. */
  dataset: string;
}

/** A person to begin with. */
export interface FeaturedPerson {
  id: string;
  label: string;
  works: number;
  coauthors: number;
  first_year: number | null;
  last_year: number | null;
}

/** The best-known people, those with the most works first. */
export interface People {
  items: FeaturedPerson[];
  dataset: string;
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
  citations_graph: number;
  /** Source of the bibliographic fields. */
  source: string | null;
  url: string | null;
}

/** A page of a person's works. */
export interface Works {
  items: Work[];
  shown: number;
  /** Works that meet the filters. */
  total: number;
  total_unfiltered: number;
  /** Cursor of the next page; null on the last. */
  next: string | null;
  /** Years that occur, newest first, for the filter. */
  years: number[];
  /** Kinds of work that occur, for the filter. */
  types: string[];
  dataset: string;
}

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

/** A topic on which both people have works. */
export interface SharedTopic {
  id: string;
  name: string;
  /** The smaller of the two people's numbers of works on it. */
  papers: number;
}

/** A co-author with the evidence. */
export interface Collaborator {
  person: Ref;
  /** Weight of the tie under the formula in the answer. */
  score: number;
  /** At least `threshold` of the strongest tie (by the default weight). */
  close: boolean;
  /** Every joint work, newest first. */
  joint_papers: PaperRef[];
  /** Number of joint works. */
  joint: number;
  first_year: number | null;
  last_year: number | null;
  shared_topics: SharedTopic[];
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

/** The ranking of a person's co-authors. */
export interface Collaborators {
  person: Ref;
  items: Collaborator[];
  shown: number;
  /** Co-authors that meet `min_joint`. */
  total: number;
  /** Close collaborators among all co-authors. */
  close: number;
  /** Share of the strongest tie from which a tie is called close. */
  threshold: number;
  order: string;
  formula: Formula;
  /** The data set's latest year, from which recency counts. */
  latest_year: number | null;
  dataset: string;
}

/** A way of two or three steps to a person never worked with. */
export interface Via {
  /** The one or two people in between, in order. */
  people: Ref[];
  /** Share of the whole score that runs through them, 0 to 1. */
  share: number;
  /** Per step: first and last year of the joint works. */
  years: number[][];
}

/** A person never worked with, with through whom and why. */
export interface Potential {
  person: Ref;
  score: number;
  works: number | null;
  via: Via[];
  shared_topics: SharedTopic[];
  /** Recent works of theirs on shared topics. */
  papers: PaperRef[];
}

/** Suggestions of new people; never a co-author. */
export interface PotentialCollaborators {
  person: Ref;
  items: Potential[];
  shown: number;
  formula: Formula;
  rule: string;
  dataset: string;
}

/** Why a work is adjacent. */
export interface Reason {
  signal: "shared_references" | "co_citation" | "shared_topic" | "close_collaborator";
  /** The reason in words. */
  text: string;
  /** How many references, citing works or topics are shared. */
  count: number | null;
  /** True when it rests on inferred citations. */
  inferred: boolean;
  /** The works, topics or people that link them. */
  through: Ref[];
}

/** A work near somebody's own, with its reasons. */
export interface AdjacentWork {
  work: Work;
  /** Reciprocal rank fusion of the signals (k = 60). */
  score: number;
  reasons: Reason[];
}

/** Adjacent works, never the person's own. */
export interface Adjacent {
  center: string[];
  order: "closest" | "foundational" | "recent";
  items: AdjacentWork[];
  shown: number;
  total: number;
  rule: string;
  /** Why the list is empty, when it is. */
  reason: string | null;
  dataset: string;
}

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

