import { useState } from "react";
import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Evidence as Found } from "../../core/api/types";
import { count } from "../../core/format";
import { PaperTitle } from "../PaperTitle";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";

/** The works on which a tie rests, asked for when opened. */
export function Evidence({ source, target, children }: { source: string; target: string; children: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="evidence disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{children}</summary>
      {open && <Works source={source} target={target} />}
    </details>
  );
}

function Works({ source, target }: { source: string; target: string }) {
  const question = address("edges/evidence", { source, target });
  const answer = useResource<Found>(question);
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what="The works could not be fetched." />;
  if (!answer.data) return <Skeleton lines={4} />;
  const { papers, total } = answer.data;
  return (
    <>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <PaperTitle paper={paper} />{" "}
            <span className="quiet">{paper.year}</span>
          </li>
        ))}
      </ul>
      {papers.length < total && (
        <p className="quiet">
          The {count(papers.length)} newest of {count(total)}.
        </p>
      )}
      <SeeQuery path={question} />
    </>
  );
}
