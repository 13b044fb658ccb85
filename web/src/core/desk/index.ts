import { address } from "../api/client";
import type { AuditLine, DeskCorrection, DeskWaiting } from "../api/types";

export type QueueName = Exclude<keyof DeskWaiting, "total">;
export const PAGE = 20;

export interface Queue {
  name: QueueName;
  title: string;
  /** What stands in it, in a sentence. */
  about: string;
  /** States to look at, the one that waits first. */
  states: readonly (readonly [state: string, says: string])[];
  /** Where it is asked for, below /api, and what of it. */
  from: string;
  kinds?: readonly DeskCorrection["kind"][];
}

const CORRECTED = [
  ["open", "Waiting"],
  ["accepted", "Accepted"],
  ["refused", "Refused"],
  ["undone", "Undone"],
] as const;

/** What a moderator decides, in the order in which it stands on the desk. */
export const QUEUES: readonly Queue[] = [
  {
    name: "claims",
    title: "Claims",
    about: "Users who say that a record is about them.",
    states: [
      ["pending", "Waiting"],
      ["verified", "Accepted"],
      ["refused", "Refused"],
      ["revoked", "Taken back"],
      ["withdrawn", "Withdrawn"],
    ],
    from: "desk/claims",
  },
  { name: "disputes", title: "Disputes", about: "Records that two users say are about them: their owners can change nothing until it is decided.", states: [["disputed", "Waiting"]], from: "desk/claims" },
  { name: "records", title: "Joins and splits", about: "Two records of one person, or one record of two.", states: CORRECTED, from: "desk/corrections", kinds: ["join", "split"] },
  { name: "faults", title: "Faults", about: "What somebody says is wrong with a record, confirmed by mail. It is mended at its source, or by the owner; here it is answered.", states: CORRECTED.slice(0, 3), from: "desk/corrections", kinds: ["fault"] },
  { name: "opt_outs", title: "Opt-outs", about: "Requests to take a person out, confirmed by mail.", states: CORRECTED, from: "desk/corrections", kinds: ["opt-out"] },
  {
    name: "reports",
    title: "Reports",
    about: "What users say should not be.",
    states: [
      ["open", "Waiting"],
      ["closed", "Closed"],
    ],
    from: "desk/reports",
  },
];

/** Which part of the desk is open. */
export interface Place {
  queue: Queue;
  state: string;
  /** From 0. */
  page: number;
}

/** Read the query of the desk's address; what is not there is as at the beginning. */
export function placeOf(query: string): Place {
  const given = new URLSearchParams(query);
  const queue = QUEUES.find(({ name }) => name === given.get("queue")) ?? (QUEUES[0] as Queue);
  const state = queue.states.find(([each]) => each === given.get("state")) ?? queue.states[0];
  const page = Number(given.get("page"));
  return { queue, state: state?.[0] ?? "", page: Number.isInteger(page) && page > 0 ? page : 0 };
}

/** Address of a part of the desk. */
export function deskPath(queue: Queue, state = queue.states[0]?.[0] ?? "", page = 0): string {
  const query = new URLSearchParams({ queue: queue.name });
  if (state !== queue.states[0]?.[0]) query.set("state", state);
  if (page > 0) query.set("page", String(page));
  return `desk?${query.toString()}`;
}

/** What is asked for a part of the desk, below /api. */
export function question({ queue, state, page }: Place): string {
  const path = address(queue.from, { state, limit: PAGE, offset: page * PAGE }).slice("api/".length);
  return path + (queue.kinds ?? []).map((kind) => `&kind=${kind}`).join("");
}

const STEPS: Record<string, string> = {
  "claim.made": "Claimed",
  "claim.verified": "Accepted",
  "claim.refused": "Refused",
  "claim.disputed": "Frozen, since it is disputed",
  "claim.revoked": "Taken back",
  "claim.withdrawn": "Withdrawn",
  "correction.asked": "Asked for",
  "correction.confirmed": "Confirmed by mail",
  "correction.accepted": "Accepted",
  "correction.refused": "Refused",
  "correction.undone": "Undone",
  "report.made": "Reported",
  "report.read": "The conversation was read",
  "report.closed": "Closed",
};

/** A step of a history in plain words, and what was said with it. */
export function stepWords({ action, by, details }: AuditLine): { says: string; words: string } {
  const known = JSON.parse(details) as { by?: string; reason?: string; words?: string };
  const says = STEPS[action] ?? action.replaceAll(/[._]/gu, " ");
  const who = known.by === "orcid" ? ", by the ORCID iD that was proved" : by ? ` by ${by}` : "";
  return { says: says + who, words: known.words ?? known.reason ?? "" };
}
