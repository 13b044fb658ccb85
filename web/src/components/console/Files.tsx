import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../core/api/client";
import type { ConsoleTerms } from "../../core/api/types";
import type { Draft } from "../../core/console/address";
import { type Found, MOST_NODES } from "../../core/console/found";
import { FILES, saveGraph, saveRows } from "../../core/console/rows";
import { count, plural } from "../../core/format";
import { Menu } from "../Menu";

/** Save all rows of a query, or the graph that came back; rows are asked for again, up to the larger limit of files. */
export function Files({ ran, found, terms }: { ran: Draft; found: Found; terms: ConsoleTerms }) {
  return (
    <Menu label="Export" title="Export the result" className="button button-small">
      {() => <Ways ran={ran} found={found} terms={terms} />}
    </Menu>
  );
}

function Ways({ ran, found, terms }: { ran: Draft; found: Found; terms: ConsoleTerms }) {
  const [says, say] = useState("");
  const doing = useRef<AbortController | null>(null);
  useEffect(() => () => doing.current?.abort(), []);
  const save = async (work: (signal: AbortSignal) => Promise<string>): Promise<void> => {
    doing.current?.abort();
    const mine = new AbortController();
    doing.current = mine;
    say("Fetching all rows…");
    try {
      say(await work(mine.signal));
    } catch (error) {
      if (!mine.signal.aborted) say(error instanceof ApiError ? error.message : "The file could not be made. Try again.");
    }
  };
  return (
    <div className="exports">
      <p className="quiet">Runs the query again and saves its rows, up to {count(terms.stream_rows)}.</p>
      <ul className="ways">
        {FILES.filter(({ media }) => terms.forms.includes(media)).map((form) => (
          <li key={form.ending}>
            <button type="button" className="way-button" onClick={() => void save((signal) => saveRows(ran, form, signal))}>
              {form.name}
            </button>
            <span className="quiet">{form.note}</span>
          </li>
        ))}
        {found.nodes.length > 0 && (
          <li>
            <button type="button" className="way-button" onClick={() => void save(() => saveGraph(found))}>
              GraphML
            </button>
            <span className="quiet">
              the graph shown: {found.nodes.length > MOST_NODES ? `the first ${count(MOST_NODES)} of ` : ""}
              {plural(found.nodes.length, "node")}, {plural(found.edges.length, "edge")}
            </span>
          </li>
        )}
      </ul>
      <p role="status">{says}</p>
    </div>
  );
}
