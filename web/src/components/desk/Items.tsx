import { useEffect, useRef, useState } from "react";
import type { DeskClaim, DeskClaims, DeskCorrection, DeskCorrections, DeskReport, DeskReports } from "../../core/api/types";
import { deskPath, PAGE, type Place, question } from "../../core/desk";
import { count, plural } from "../../core/format";
import { usePrivate } from "../account/hooks";
import { Skeleton } from "../States";
import { Link } from "../To";
import { ClaimItem } from "./ClaimItem";
import { CorrectionItem } from "./CorrectionItem";
import { ReportItem } from "./ReportItem";

type Answer = DeskClaims | DeskCorrections | DeskReports;
type Item = DeskClaim | DeskCorrection | DeskReport;

/** One queue in one state, oldest first, in pages. After a decision the next one takes the focus. */
export function Items({ place, decided }: { place: Place; decided: () => void }) {
  const { data, wrong, reload } = usePrivate<Answer>(question(place));
  const [told, tell] = useState("");
  const list = useRef<HTMLElement>(null);
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const heads = list.current?.querySelectorAll<HTMLElement>(".desk-item > h3") ?? [];
    (heads[Math.min(next.current, heads.length - 1)] ?? list.current?.querySelector<HTMLElement>("h2"))?.focus();
    next.current = null;
  }, [data]);
  const done = async (says: string, at: number): Promise<void> => {
    tell(says);
    next.current = at;
    decided();
    await reload();
  };
  const { queue, state, page } = place;
  return (
    <section ref={list} className="desk-items" aria-labelledby="desk-queue">
      <h2 id="desk-queue" tabIndex={-1}>
        {queue.title}
      </h2>
      <p className="quiet">{queue.about}</p>
      {queue.states.length > 1 && <States place={place} />}
      <p role="status" className="owned-told">
        {told}
      </p>
      {wrong && (
        <p role="alert" className="form-wrong">
          {wrong}
        </p>
      )}
      {!data && !wrong && <Skeleton lines={8} />}
      {data?.items.length === 0 && <p className="desk-none">{state === queue.states[0]?.[0] ? "Nothing waits here." : "Nothing stands here."}</p>}
      <ol className="desk-list" start={page * PAGE + 1}>
        {data?.items.map((item, at) => (
          <One key={idOf(item)} item={item} done={(says) => done(says, at)} />
        ))}
      </ol>
      {data && <Pages place={place} shown={data.items.length} total={data.total} />}
    </section>
  );
}

const idOf = (item: Item): string => ("claim" in item ? item.claim.id : "report" in item ? item.report.id : item.id);

function One({ item, done }: { item: Item; done: (says: string) => Promise<void> }) {
  if ("claim" in item) return <ClaimItem item={item} done={done} />;
  if ("report" in item) return <ReportItem item={item} done={done} />;
  return <CorrectionItem item={item} done={done} />;
}

function States({ place: { queue, state } }: { place: Place }) {
  return (
    <ul className="desk-states" aria-label="In which state">
      {queue.states.map(([each, says]) => (
        <li key={each} data-on={each === state}>
          <Link path={deskPath(queue, each)}>
            {says}
            {each === state && <span className="hidden"> (shown)</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How much of it is shown, and the way to the rest. */
function Pages({ place: { queue, state, page }, shown, total }: { place: Place; shown: number; total: number }) {
  if (total <= PAGE && page === 0) return null;
  const first = page * PAGE;
  return (
    <nav className="desk-pages" aria-label="Pages">
      <span className="quiet">{shown > 0 ? `${count(first + 1)}–${count(first + shown)} of ${plural(total, "request")}, the oldest first` : `${plural(total, "request")}, none on this page`}</span>
      {page > 0 && <Link path={deskPath(queue, state, page - 1)}>Earlier ones</Link>}
      {first + shown < total && <Link path={deskPath(queue, state, page + 1)}>Later ones</Link>}
    </nav>
  );
}
