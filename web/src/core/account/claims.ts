import type { UserClaim } from "../api/types";

/** What has become of a claim, in words that go on from the name of the record. */
export const CLAIM_STATES: Record<UserClaim["state"], string> = {
  pending: "waits for a moderator",
  verified: "is yours",
  disputed: "is disputed: nothing on it can be changed",
  refused: "was refused",
  revoked: "was taken back by a moderator",
  withdrawn: "was withdrawn",
};
