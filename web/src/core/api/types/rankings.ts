/** Rankings: collaborators, new people, adjacent works. */

import type { Formula, PaperRef, Ref, SharedTopic, Work } from "./parts";

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
