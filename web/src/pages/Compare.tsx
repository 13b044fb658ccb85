import "../styles/compare.css";
import { useState } from "react";
import { address } from "../core/api/client";
import { useResource } from "../core/api/resource";
import type { Comparison } from "../core/api/types";
import { exploreAddress } from "../core/explore/address";
import { plural, span } from "../core/format";
import { segment } from "../core/route";
import { Candidates } from "../components/compare/Candidates";
import { Heads } from "../components/compare/Heads";
import { Things, Works } from "../components/compare/Lists";
import { useTitle } from "../components/hooks";
import { SeeQuery } from "../components/SeeQuery";
import { Failure, Skeleton } from "../components/States";
import { Link } from "../components/To";

/** Entries of each list at first, and after each press; the last is the API's most. */
const PAGES = [10, 50, 500];

/** Two people side by side, as the address names them: what they share, and what each has alone. */
export default function ComparePage({ query }: { query: string }) {
  const params = new URLSearchParams(query);
  const ids: [string, string] = [params.get("a") ?? "", params.get("b") ?? ""];
  const [a, b] = ids;
  const [page, setPage] = useState(0);
  const limit = PAGES[page] ?? 0;
  const asked = a && b ? address("compare", { a, b, limit }) : null;
  const answer = useResource<Comparison>(asked);
  const one = useResource<{ id: string; name: string }>(a && !b ? address(`people/${segment(a)}`) : null);
  const data = asked ? answer.data : null;
  const alone = one.data && !b ? { id: one.data.id, kind: "Person" as const, label: one.data.name } : null;
  useTitle(data ? `${data.a.label} and ${data.b.label} compared · BZPEER` : "Two people compared · BZPEER");
  return (
    <div className="compare">
      <header className="head head-plain">
        <div className="head-text">
          <p className="kicker">Compare</p>
          <h1>{data ? <Names data={data} /> : "Two people compared"}</h1>
          {!asked && <p className="lede">Choose two people to see which works, co-authors, topics and institutions they share, and what each has alone.</p>}
          {data && <Sentence data={data} />}
        </div>
      </header>
      <Heads a={data?.a ?? alone} b={data?.b ?? null} ids={ids} />
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="These two could not be compared." />}
      {alone && <Candidates person={alone} />}
      {asked && !data && !answer.error && <Waiting />}
      {data && !answer.error && (
        <div className={answer.stale ? "stale" : undefined} aria-busy={answer.stale}>
          <Lists data={data} />
          <More data={data} limit={limit} next={PAGES[page + 1]} onMore={() => setPage(page + 1)} />
          <SeeQuery path={asked ?? ""} />
        </div>
      )}
    </div>
  );
}

function Names({ data: { a, b } }: { data: Comparison }) {
  return (
    <>
      <bdi>{a.label}</bdi> and <bdi>{b.label}</bdi>
    </>
  );
}

/** How near the two are, and the ways on to the picture. */
function Sentence({ data }: { data: Comparison }) {
  const { a, b, works, coauthors, distance } = data;
  const years = span(data.first_year, data.last_year);
  const near =
    works.totals.shared > 0
      ? `${plural(works.totals.shared, "joint work")}${years && ` in ${years}`}.`
      : distance === 2
        ? `No joint work in this graph; ${plural(coauthors.totals.shared, "co-author")} in common.`
        : "No joint work and no co-author in common in this graph.";
  const ways = exploreAddress([a.id, b.id], [{ do: "path", from: a.id, to: b.id, via: [], not: [] }]);
  return (
    <>
      <p className="lede" role="status">
        {near}
      </p>
      <p className="compare-ways">
        <Link path={exploreAddress([a.id, b.id])} className="button button-main">
          Show both in the explorer
        </Link>
        {distance !== 1 && <Link path={ways}>Find the ways between them</Link>}
      </p>
    </>
  );
}

function Lists({ data }: { data: Comparison }) {
  return (
    <>
      <Works pair={data} works={data.works} />
      <Things title="Co-authors" none="Neither has a co-author in this graph." kind="Person" pair={data} things={data.coauthors} />
      <Things title="Topics" none="Topics not imported" kind="Topic" pair={data} things={data.topics} />
      <Things title="Institutions" none="Affiliations not imported" kind="Institution" pair={data} things={data.institutions} />
    </>
  );
}

/** The rest of the lists, as far as the API goes. */
function More({ data, limit, next, onMore }: { data: Comparison; limit: number; next: number | undefined; onMore: () => void }) {
  const longest = Math.max(...[data.works, data.coauthors, data.topics, data.institutions].flatMap(({ totals }) => [totals.shared, totals.only_a, totals.only_b]));
  if (longest <= limit) return null;
  if (next !== undefined) {
    return (
      <button type="button" className="button compare-more" onClick={onMore}>
        {longest <= next ? "Show all" : `Show the first ${next} of each list`}
      </button>
    );
  }
  return <p className="quiet compare-more">Each list ends at {limit}; the page of each person has all.</p>;
}

function Waiting() {
  return (
    <div aria-busy="true">
      <p className="hidden" role="status">
        Comparing
      </p>
      <Skeleton lines={24} className="skeleton-rows compare-waiting" />
    </div>
  );
}
