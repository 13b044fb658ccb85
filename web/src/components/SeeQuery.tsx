import { useState } from "react";
import { useResource } from "../core/api/resource";
import type { ConsoleTerms, Queries, RanQuery } from "../core/api/types";
import { consoleAddress } from "../core/console/address";
import { paramLines, script } from "../core/cypher";
import { plural } from "../core/format";
import { Copy } from "./Copy";
import { Failure, Skeleton } from "./States";
import { Link } from "./To";

/** The Cypher behind an answer, to read and to copy; asked for when opened. `path` is the question below /api, or what is `posted`. */
export function SeeQuery({ path }: { path: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="disclosure query" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>See the query</summary>
      {open && <Behind path={path.replace(/^api\//u, "")} />}
    </details>
  );
}

function Behind({ path }: { path: string }) {
  const answer = useResource<Queries>(`api/queries/behind/${path}`);
  const console = useResource<ConsoleTerms>("api/console").data?.allowed ?? false;
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what="The query could not be fetched." />;
  if (!answer.data) return <Skeleton lines={6} />;
  const { queries } = answer.data;
  return (
    <>
      <p className="quiet">
        {queries.length === 1 ? "This query was" : `These ${plural(queries.length, "query", "queries")} were`} run for what stands here, with these parameters.
      </p>
      {queries.map((query, i) => (
        <One key={i} query={query} console={console} />
      ))}
    </>
  );
}

/** One of them; where `console` is open to this reader, the way to run it there. */
function One({ query, console }: { query: RanQuery; console: boolean }) {
  const params = paramLines(query.params);
  return (
    <section className="query-one" aria-label={query.name}>
      <p className="query-head">
        <code>{query.name}</code> <span>{query.purpose}</span> <Copy text={() => script(query)} label="Copy with parameters" />
        {console && query.mode === "read" && (
          <>
            {" "}
            <Link path={consoleAddress(query)}>Open in the console</Link>
          </>
        )}
      </p>
      <pre className="query-text" tabIndex={0} aria-label={`Cypher of ${query.name}`}>
        {params && <span className="query-params">{params}</span>}
        {query.text.trim()}
      </pre>
    </section>
  );
}
