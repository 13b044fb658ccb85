import { useMemo, useState } from "react";
import type { ConsoleTerms, Table } from "../../core/api/types";
import type { Draft } from "../../core/console/address";
import { find } from "../../core/console/found";
import { count, plural } from "../../core/format";
import { Cells } from "./Cells";
import { Files } from "./Files";
import { Graph } from "./Graph";
import { Plan } from "./Plan";

type View = "Table" | "Graph" | "JSON" | "Plan";
/** Rows that are written out as JSON here; files have all. */
const WRITTEN = 200;

interface ResultsProps {
  table: Table;
  /** The query that they answer, which may not be the one in the editor any more. */
  ran: Draft;
  terms: ConsoleTerms;
}

/** What came back: how much and how fast, as a table, a graph, JSON, a plan, and as files. */
export function Results({ table, ran, terms }: ResultsProps) {
  const found = useMemo(() => find(table.rows), [table]);
  const planned = table.plan !== null && table.plan.hits === null;
  const views: View[] = planned ? ["Plan"] : ["Table", "Graph", "JSON", ...(table.plan ? (["Plan"] as const) : [])];
  const [chosen, choose] = useState<View>("Table");
  const view = views.includes(chosen) ? chosen : (views[0] ?? "Table");
  return (
    <section className="results" aria-label="Result">
      <header className="results-head">
        <p role="status">
          {planned ? "Planned; nothing was run." : `${plural(table.count, "row")} in ${count(Math.round(table.milliseconds))} ms`}
          {table.cut && <strong>{table.cut === "rows" ? `, cut at ${plural(table.limit, "row")}` : `, cut after ${plural(table.count, "row")}: an answer here may not be larger`}; an export has more</strong>}
        </p>
        {views.length > 1 && (
          <div className="choices" role="group" aria-label="Show the result as">
            {views.map((each) => (
              <button key={each} type="button" aria-pressed={each === view} onClick={() => choose(each)}>
                {each}
              </button>
            ))}
          </div>
        )}
        {!planned && <Files ran={ran} found={found} terms={terms} />}
      </header>
      {view === "Table" && (table.count === 0 ? <p className="quiet results-none">No row came back: nothing in the graph is as the query asks.</p> : <Cells table={table} />)}
      {view === "Graph" && <Graph found={found} table={table} />}
      {view === "JSON" && <Written table={table} />}
      {view === "Plan" && table.plan && <Plan plan={table.plan} />}
    </section>
  );
}

/** The rows as JSON objects, as the API encodes their values. */
function Written({ table: { fields, rows } }: { table: Table }) {
  const text = useMemo(() => JSON.stringify(rows.slice(0, WRITTEN).map((row) => Object.fromEntries(fields.map((field, i) => [field, row[i]]))), null, 2), [fields, rows]);
  return (
    <>
      <pre className="query-text results-json" tabIndex={0} role="region" aria-label="Rows as JSON">
        {text}
      </pre>
      {rows.length > WRITTEN && (
        <p className="quiet">
          The first {WRITTEN} of {count(rows.length)} rows; export them as JSON Lines to have all.
        </p>
      )}
    </>
  );
}
