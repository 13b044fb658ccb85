import type { PaperRef } from "../core/api/types";
import { count, plural } from "../core/format";
import { type Longer, More } from "./More";
import { Onward } from "./Onward";
import { Panel } from "./Panel";
import { PaperRows } from "./PaperRows";
import { SeeQuery } from "./SeeQuery";

interface PapersProps<P extends PaperRef> {
  title: string;
  papers: P[];
  /** How many there are in all, where they were counted. */
  total: number | undefined;
  /** What is said when there are none. */
  none: string;
  longer: Longer<unknown>;
  /** Whose works they are: the explorer goes on from there. */
  about: string;
  /** How these were chosen, where it is not by date. */
  rule?: string;
  /** What else is said of a paper. */
  note?: (paper: P) => React.ReactNode;
}

/** A list of papers with their years, and how many are not in it. */
export function Papers<P extends PaperRef>({ title, papers, total, none, longer, about, rule, note }: PapersProps<P>) {
  const told = total === undefined ? `the first ${count(papers.length)}` : total > papers.length ? `${count(papers.length)} of ${plural(total, "work")}` : plural(papers.length, "work");
  return (
    <Panel title={title} aside={papers.length > 0 ? told : undefined}>
      {papers.length === 0 && <p className="quiet">{none}</p>}
      {rule && papers.length > 0 && <p className="quiet">{rule}</p>}
      <PaperRows papers={papers} wide {...(note ? { note } : {})} />
      <More longer={longer} shown={papers.length} total={total} onward={total !== undefined && <Onward id={about} what="works" />} />
      <SeeQuery path={longer.question} />
    </Panel>
  );
}
