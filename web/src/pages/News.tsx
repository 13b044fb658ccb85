import "../styles/account.css";
import "../styles/news.css";
import { useCallback, useEffect, useState } from "react";
import { refused } from "../core/account";
import { askMore, askNews, askSince, daysAgo, visit } from "../core/account/news";
import type { ApiError } from "../core/api/client";
import type { News } from "../core/api/types";
import { count, date, plural } from "../core/format";
import { useTold } from "../components/account/hooks";
import { Members } from "../components/account/Members";
import { OwnPages } from "../components/account/OwnPages";
import { useTitle } from "../components/hooks";
import { Feed } from "../components/news/Feed";
import { Cut, List, Nothing } from "../components/news/List";
import { Failure, Skeleton } from "../components/States";

const BACK = 30;

/** What is new around those whom one follows. */
export default function NewsPage() {
  return (
    <Members next="/news" lede="Log in to see what is new around those you follow." lost="Your news could not be opened.">
      {(user) => <Mine reader={user.id} />}
    </Members>
  );
}

function Mine({ reader }: { reader: string }) {
  const [news, setNews] = useState<News | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const { told, run } = useTold();
  useTitle("News · BZPEER");
  const show = useCallback(
    (now: News) => {
      setNews(now);
      // What is shown to its end is seen; where that cannot be noted, it is told once more.
      if (!since && !now.next && now.follows > 0) visit(now).catch(() => undefined);
    },
    [since],
  );
  const ask = useCallback(() => {
    setError(null);
    setNews(null);
    (since ? askSince(since) : askNews(reader)).then(show, (reason: unknown) => setError(refused(reason)));
  }, [since, reader, show]);
  useEffect(ask, [ask]);
  const more = (): void =>
    run(async () => {
      if (!news) return "";
      const next = await askMore(news);
      show({ ...news, items: [...news.items, ...next.items], shown: news.shown + next.shown, next: next.next });
      return `${plural(next.shown, "more piece")} of news.`;
    });
  return (
    <div className="account news">
      <OwnPages open="news" />
      <header className="news-head">
        <h1>What is new</h1>
        <p className="quiet" role="status">
          {news ? lede(news, since) : error ? "" : "Looking for what is new…"}
        </p>
      </header>
      {error && <Failure error={error} retry={ask} what="The news could not be had." />}
      {!news && !error && <Skeleton lines={12} className="skeleton-rows" />}
      {news && (
        <>
          {news.total === 0 ? <Nothing follows={news.follows} earlier={since ? null : () => setSince(daysAgo(BACK))} /> : <List news={news} />}
          {news.next && (
            <button type="button" className="button news-more" onClick={more}>
              Show more: {count(news.shown)} of {count(news.total)}
            </button>
          )}
          <p role="status" className="owned-told">
            {told}
          </p>
          <Cut news={news} />
          {news.total > 0 && <p className="quiet near-rule">{news.rule}</p>}
          {news.total > 0 && !since && (
            <button type="button" className="textbutton news-back" onClick={() => setSince(daysAgo(BACK))}>
              Look back 30 days
            </button>
          )}
        </>
      )}
      <Feed />
    </div>
  );
}

/** How much is new, and since when. */
function lede(news: News, since: string | null): string {
  const when = since ? "in the last 30 days" : news.visited_at ? `since your last visit on ${date(news.visited_at)}` : "since you began to follow";
  return news.total === 0 ? `Nothing new ${when}.` : `${plural(news.total, "piece")} of news ${when}.`;
}
