import { lazy } from "react";
import { address } from "../core/api/client";
import { useResource } from "../core/api/resource";
import type { Dataset, Identifier, Provenance as Origin } from "../core/api/types";
import { capital, count, date, schemeName } from "../core/format";
import { isLive } from "../core/imports/live";
import { Later } from "./Boundary";
import { SeeQuery } from "./SeeQuery";

const ATTRIBUTION = [
  { source: "openalex", text: "OpenAlex (CC0)" },
  { source: "acl", text: "ACL Anthology (CC BY 4.0)" },
  { source: "arxiv", text: "arXiv metadata (CC0); thank you to arXiv for use of its open access interoperability" },
  { source: "ror", text: "ROR (CC0)" },
];

const Refresh = lazy(async () => ({ default: (await import("./BringIn")).Refresh }));

/** Where a page comes from: sources, dates, version of the data set and how complete it is. */
export function Provenance({ origins, version, refresh }: { origins: Origin[]; version: string; refresh?: { id: string; what: string; identifiers: Identifier[] } }) {
  const dataset = useResource<Dataset>(address("dataset"));
  const sources = [...new Set([...origins.map((origin) => origin.source), ...(dataset.data?.sources ?? [])])];
  const credits = ATTRIBUTION.filter((item) => sources.includes(item.source));
  return (
    <footer className="provenance" aria-label="Where this comes from">
      <h2>Where this comes from</h2>
      <ul className="origins">
        {origins.map((origin) => (
          <li key={`${origin.source}:${origin.id}`}>
            {capital(schemeName(origin.source))} as <code>{origin.id}</code>
            {origin.fetched_at && `, read ${date(origin.fetched_at)}`}
            {origin.updated && `, changed there ${date(origin.updated)}`}
          </li>
        ))}
      </ul>
      {refresh && dataset.data?.imports && refresh.identifiers.some(({ scheme }) => isLive(`${scheme}:`)) && (
        <Later instead={null}>
          <Refresh id={refresh.id} what={refresh.what} />
        </Later>
      )}
      {dataset.data && dataset.data.completeness.length > 0 && (
        <details className="disclosure">
          <summary>How complete the data set is</summary>
          <ul className="completeness">
            {dataset.data.completeness.map(({ fact, have, of }) => (
              <li key={fact}>
                <span>{capital(fact)}</span>
                <span className="number">
                  {count(have)} of {count(of)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        Data set version {version}. “Not imported” means that no source said it, never that it is zero.
        {credits.length > 0 && ` Data: ${credits.map((item) => item.text).join("; ")}.`}
      </p>
      <SeeQuery path="dataset" />
    </footer>
  );
}
