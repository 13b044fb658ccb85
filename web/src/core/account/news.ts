import { address, change, fetchJson } from "../api/client";
import type { News, NewsReading } from "../api/types";

/** Before everything that was ever loaded: with it, all since one follows is news. */
const BEGINNING = "1970-01-01T00:00:00Z";
const DAY = 86_400_000;

/** How long a visit lasts: who follows a link and comes back meanwhile finds the same news again. */
const VISIT = 3_600_000;

/** The visit that a reader is on, and how it began. */
let begun: { reader: string; at: number; since: string; visited_at: string | null } | null = null;

/** What is new to a reader since the visit before this one. */
export async function askNews(reader: string): Promise<News> {
  const lasts = begun?.reader === reader && Date.now() - begun.at < VISIT ? begun : null;
  const news = await askSince(lasts?.since ?? null);
  begun = lasts ?? { reader, at: Date.now(), since: news.since ?? BEGINNING, visited_at: news.visited_at };
  return { ...news, visited_at: begun.visited_at };
}

/** What is new since a time. */
export const askSince = (since: string | null): Promise<News> => fetchJson<News>(address("me/news", { since }));

/** The page after the ones that are there: of the same loads, whatever came in meanwhile. */
export const askMore = (news: News): Promise<News> => fetchJson<News>(address("me/news", { since: news.since ?? BEGINNING, until: news.until, after: news.next }));

/** Say that these news were seen. */
export const visit = (news: News): Promise<NewsReading> => change<NewsReading>("POST", "me/news/visit", { until: news.until });

/** The time so many days ago. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
