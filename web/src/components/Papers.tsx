import type { PaperRef } from "../core/api/types";
import { count, plural } from "../core/format";
import { Onward } from "./Onward";
import { Panel } from "./Panel";
import { PaperTitle } from "./PaperTitle";
import { SeeQuery } from "./SeeQuery";

interface PapersProps<P extends PaperRef> {
  title: string;
  papers: P[];
  /** How many there are in all. */
  total: number;
  /** What is said when there are none. */
  none: string;
  query: string;
  /** Whose works they are: the explorer goes on from there. */
  about: string;
  /** How these were chosen, where it is not by date. */
  rule?: string;
  /** What else is said of a paper. */
  note?: (paper: P) => React.ReactNode;
}

/** A list of papers with their years, and how many are not in it. */
export function Papers<P extends PaperRef>({ title, papers, total, none, query, about, rule, note }: PapersProps<P>) {
  const told = total > papers.length ? `${count(papers.length)} of ${plural(total, "work")}` : plural(papers.length, "work");
  return (
    <Panel title={title} aside={papers.length > 0 ? told : undefined}>
      {papers.length === 0 && <p className="quiet">{none}</p>}
      {rule && papers.length > 0 && <p className="quiet">{rule}</p>}
      <ul className="evidence evidence-wide">
        {papers.map((paper) => (
          <li key={paper.id}>
            <span className="evidence-year">{paper.year ?? "—"}</span>
            <span>
              <PaperTitle paper={paper} />
              {paper.authors !== null && <span className="quiet"> · {plural(paper.authors, "author")}</span>}
              {note?.(paper)}
            </span>
          </li>
        ))}
      </ul>
      {total > papers.length && <Onward id={about} what="works" />}
      <SeeQuery path={query} />
    </Panel>
  );
}
