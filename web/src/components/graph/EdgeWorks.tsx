import { useState } from "react";
import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Evidence } from "../../core/api/types";
import { count, plural } from "../../core/format";
import type { GraphEdge } from "../../core/graph";
import { PaperRows } from "../PaperRows";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";

/** Works that are listed at first, and after each press: the last is the server's most. */
const PAGES = [20, 100, 500];

/** The works on which an edge of a person rests, newest first, each with its year. */
export default function EdgeWorks({ edge: { source, target } }: { edge: Pick<GraphEdge, "source" | "target"> }) {
  const [page, setPage] = useState(0);
  const question = address("edges/evidence", { source, target, limit: PAGES[page] });
  const answer = useResource<Evidence>(question);
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what="The works could not be fetched." />;
  if (!answer.data) return <Skeleton lines={4} />;
  const { papers, total } = answer.data;
  const next = Math.min(total, PAGES[page + 1] ?? 0) - papers.length;
  return (
    <div aria-busy={answer.stale}>
      <p className="quiet" role="status">
        {papers.length < total ? `The ${count(papers.length)} newest of ${plural(total, "paper")}` : plural(total, "paper")}
      </p>
      <PaperRows papers={papers} />
      {next > 0 && (
        <button type="button" className="textbutton evidence-more" onClick={() => setPage(page + 1)}>
          Show {count(next)} more
        </button>
      )}
      <SeeQuery path={question} />
    </div>
  );
}
