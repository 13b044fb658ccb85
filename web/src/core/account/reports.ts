import type { UserReport } from "../api/types";

/** Why somebody who writes to one is reported. */
export const WRITTEN_REASONS = ["harassment", "spam", "offensive", "impersonation", "other"] as const;

/** What a report is about, where it is not about a record. */
export const REPORTED: Record<UserReport["about"], string> = { person: "a record that is here no more", invitation: "an invitation", conversation: "a conversation" };

/** Why something is reported: to choose from, and on the moderators' desk. */
export const REPORT_REASONS: Record<UserReport["reason"], { label: string; short: string }> = {
  impersonation: { label: "Somebody else pretends to be this person", short: "Pretended" },
  offensive: { label: "What stands here is offensive", short: "Offensive" },
  harassment: { label: "I am harassed", short: "Harassment" },
  spam: { label: "It is advertising", short: "Advertising" },
  other: { label: "Something else", short: "Reported" },
};
