import { unread } from "../account";
import { fetchJson } from "../api/client";
import type { InvitationWanted, Linked, TalkHead, Unread, UserInvitation } from "../api/types";

export type Purpose = InvitationWanted["purpose"];

/** What an invitation can be for, in words. */
export const PURPOSES: Record<Purpose, string> = {
  "co-author": "Writing a paper together",
  review: "A review or comments",
  data: "Data",
  code: "Code",
  mentoring: "Mentoring",
  jobs: "A job or a position",
  other: "Something else",
};

export const STATES: Record<UserInvitation["state"], string> = {
  open: "waits for an answer",
  accepted: "accepted",
  declined: "declined",
  lapsed: "lapsed without an answer",
  withdrawn: "withdrawn",
};

/** The most characters of a message. */
export const LONGEST = 5000;

/** The name of the other one; who has left has none. */
export const nameOf = (of: Pick<TalkHead, "other">): string => of.other?.name ?? "somebody who has left";

/** A key that no other message has. */
export const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Ask how much waits, for the number at one's account. */
export async function askUnread(): Promise<void> {
  const { messages, invitations } = await fetchJson<Unread>("api/conversations/unread");
  unread.update(() => messages + invitations);
}

/** A run of text, or of something that it names. */
export type Run = { text: string; node?: Linked["node"] };

/** Split a message where it names something of the graph; nothing is lost. */
export function runs(text: string, links: readonly Linked[]): Run[] {
  const found: Run[] = [];
  const named = [...links].sort((a, b) => b.text.length - a.text.length);
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const link = named.find((each) => text.startsWith(each.text, at));
    if (link) {
      if (plain) found.push({ text: plain });
      plain = "";
      found.push(link);
    }
    const step = link ? link.text.length : 1;
    if (!link) plain += text[at];
    at += step;
  }
  if (plain) found.push({ text: plain });
  return found;
}

/** What was begun to write in each conversation, as long as the page is open: it outlives a look at another page. */
export const drafts = new Map<string, { text: string; key: string }>();
