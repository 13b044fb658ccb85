import { useState } from "react";
import { change } from "../../core/api/client";
import type { NewFeed, NewsReading, Said } from "../../core/api/types";
import { date } from "../../core/format";
import { usePrivate, useTold } from "../account/hooks";
import { Done } from "../account/parts";
import { Copy } from "../Copy";
import { Panel } from "../Panel";

/** The news as a feed: its private address, made and shown once, and ended. */
export function Feed() {
  const { data, wrong, reload } = usePrivate<NewsReading>("me/feed");
  const [made, setMade] = useState<NewFeed | null>(null);
  const { told, run } = useTold();
  const make = (): void =>
    run(async () => {
      setMade(await change<NewFeed>("POST", "me/feed"));
      await reload();
      return "";
    });
  const end = (): void =>
    run(async () => {
      const { says } = await change<Said>("DELETE", "me/feed");
      setMade(null);
      await reload();
      return says;
    });
  const since = data?.feed_made_at ?? null;
  return (
    <Panel title="The news as a feed" className="news-feed">
      <p className="owned-about">A program for feeds shows you the same, without logging in: the news of the last 30 days, at an address that only you know. Whoever knows it sees whom and what you follow.</p>
      {made && <Made key={made.address} address={made.address} />}
      {since && !made && (
        <p className="quiet owned-about">
          You made an address on {date(since)}. It is not kept, and cannot be shown again: a new one takes its place.
        </p>
      )}
      <p className="news-buttons">
        <button type="button" className="button" onClick={make}>
          {since ? "Make a new address" : "Make an address"}
        </button>
        {since && (
          <button type="button" className="textbutton" onClick={end}>
            End the feed
          </button>
        )}
      </p>
      <p role="status" className="owned-told">
        {told || wrong}
      </p>
    </Panel>
  );
}

function Made({ address }: { address: string }) {
  return (
    <Done>
      <p>This is the address of your feed. Copy it now: it is not shown again. One that was made before leads nowhere any more.</p>
      <p className="token-secret">
        <code>{address}</code> <Copy text={() => address} label="Copy" what="the address" className="button button-small" />
      </p>
    </Done>
  );
}
