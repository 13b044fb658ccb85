/** People: profiles, lists of works. */

import type { AffiliationSpan, Count, Identifier, Provenance, Ref, TopicShare, Work } from "./parts";

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
