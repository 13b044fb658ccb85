import "../styles/ways.css";
import "../styles/console.css";
import "../styles/console-results.css";
import { useState } from "react";
import { useResource } from "../core/api/resource";
import type { ConsoleTerms } from "../core/api/types";
import { readDraft } from "../core/console/address";
import { count } from "../core/format";
import { useTitle } from "../components/hooks";
import { Failure, Skeleton } from "../components/States";
import { Link } from "../components/To";
import { Workbench } from "../components/console/Workbench";

/** Ask the graph in Cypher, where that is allowed; `draft` is the query of the address. */
export default function ConsolePage({ draft }: { draft: string }) {
  const [first] = useState(() => readDraft(draft));
  const terms = useResource<ConsoleTerms>("api/console");
  useTitle("Console · BZPEER");
  return (
    <div className="console">
      <header className="head head-plain">
        <div className="head-text">
          <h1>Console</h1>
          {terms.data?.allowed && (
            <p className="quiet">
              The graph in Cypher, to read only: at most {count(terms.data.rows)} rows and {count(terms.data.seconds)} seconds here, {count(terms.data.stream_rows)} rows in an export.
            </p>
          )}
        </div>
      </header>
      {terms.error && <Failure error={terms.error} retry={terms.retry} what="The console could not be opened." />}
      {!terms.data && !terms.error && <Skeleton lines={10} className="console-waiting" />}
      {terms.data && !terms.data.allowed && <Closed reason={terms.data.reason} />}
      {terms.data?.allowed && <Workbench first={first} terms={terms.data} />}
    </div>
  );
}

/** The console is not for this reader; the ways on. */
function Closed({ reason }: { reason: string | null }) {
  return (
    <div className="console-closed">
      <p role="status">{reason ?? "Queries are not answered here."}</p>
      <p className="console-closed-ways">
        <Link path="explore" className="button">
          Open the explorer
        </Link>
        <span className="quiet">It answers most questions by steps, and every panel says with which query.</span>
      </p>
    </div>
  );
}
