import type { OwnersWords } from "../api/types";

export type CollaborationKind = OwnersWords["kinds"][number];

const KINDS: Record<CollaborationKind, string> = {
  "co-author": "writing together",
  review: "reviewing",
  data: "sharing data",
  code: "sharing code",
  mentoring: "mentoring",
  jobs: "jobs",
};

/** All kinds of collaboration, in the order in which they are offered. */
export const COLLABORATIONS = Object.keys(KINDS) as CollaborationKind[];

/** A kind of collaboration in words. */
export const collaborationKind = (kind: CollaborationKind): string => KINDS[kind];
