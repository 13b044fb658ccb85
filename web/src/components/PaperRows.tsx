import type { ReactNode } from "react";
import type { PaperRef } from "../core/api/types";
import { plural } from "../core/format";
import { PaperTitle } from "./PaperTitle";

interface PaperRowsProps<P extends PaperRef> {
  papers: readonly P[];
  /** Whether they are what a part of the page is for. */
  wide?: boolean;
  /** What else is said of a paper. */
  note?: (paper: P) => ReactNode;
}

/** Papers with their years, and how many wrote each where that is known. */
export function PaperRows<P extends PaperRef>({ papers, wide = false, note }: PaperRowsProps<P>) {
  return (
    <ul className={wide ? "evidence evidence-wide" : "evidence"}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <span className="evidence-year">{paper.year ?? "—"}</span>
          <span>
            <PaperTitle paper={paper} />
            {paper.authors !== null && (
              <>
                {" "}
                <span className="evidence-note">· {plural(paper.authors, "author")}</span>
              </>
            )}
            {note?.(paper)}
          </span>
        </li>
      ))}
    </ul>
  );
}
