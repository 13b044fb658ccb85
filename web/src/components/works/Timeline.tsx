import { type KeyboardEvent, useRef, useState } from "react";
import type { YearCount } from "../../core/api/types";
import { count, plural } from "../../core/format";

const UP = 40;
const DOWN = 22;

interface TimelineProps {
  years: readonly YearCount[];
  /** Whether there are any citations: else there is nothing to draw below the line. */
  cited: boolean;
  from: number | null;
  to: number | null;
  onYears: (from: number | null, to: number | null) => void;
}

/** Works (up) and citations inside the graph (down) per year; a year can be pressed to list only its works. */
export function Timeline({ years, cited, from, to, onYears }: TimelineProps) {
  const bars = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(years.length - 1);
  if (years.length < 2) return null;
  const most = { works: Math.max(1, ...years.map((item) => item.works)), citations: Math.max(1, ...years.map((item) => item.citations)) };
  const every = Math.ceil(years.length / 12);
  const inForce = (year: number): boolean => (from !== null || to !== null) && year >= (from ?? year) && year <= (to ?? year);
  const move = (event: KeyboardEvent): void => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: years.length - 1 }[event.key];
    if (to === undefined || !years[to]) return;
    event.preventDefault();
    setAt(to);
    bars.current?.querySelectorAll("button")[to]?.focus();
  };
  const press = (item: YearCount, i: number): void => {
    setAt(i);
    if (from === item.year && to === item.year) onYears(null, null);
    else if (item.works > 0) onYears(item.year, item.year);
  };
  return (
    <div className="timeline">
      <p className="timeline-key">
        <span className="key-works">works, at most {count(most.works)} a year</span>
        {cited && <span className="key-citations">citations in this graph, at most {count(most.citations)} a year</span>}
      </p>
      <ol ref={bars} className="timeline-years" aria-label="Works per year: press a year to list only its works, arrow keys go from year to year" onKeyDown={move}>
        {years.map((item, i) => {
          const says = `${item.year}: ${plural(item.works, "work")}${cited ? `, ${plural(item.citations, "citation")} in this graph` : ""}`;
          return (
            <li key={item.year}>
              <button type="button" aria-label={says} title={says} tabIndex={i === at ? 0 : -1} aria-pressed={inForce(item.year)} aria-disabled={item.works === 0} onClick={() => press(item, i)}>
                <Bars up={item.works / most.works} down={cited ? item.citations / most.citations : null} />
              </button>
              <span className={`timeline-year ${(years.length - 1 - i) % every === 0 ? "" : "timeline-rare"}`} aria-hidden="true">{`’${String(item.year).slice(2)}`}</span>
            </li>
          );
        })}
      </ol>
      <Table years={years} cited={cited} />
    </div>
  );
}

/** The bars of one year, each from 0 to 1. */
function Bars({ up, down }: { up: number; down: number | null }) {
  const height = UP + 4 + (down === null ? 0 : DOWN);
  return (
    <svg width="100%" height={height} preserveAspectRatio="none" viewBox={`0 0 10 ${height}`} aria-hidden="true">
      <rect className="bar-works" x="1" width="8" y={UP - up * (UP - 2)} height={up * (UP - 2)} />
      {down !== null && <rect className="bar-citations" x="1" width="8" y={UP + 1.5} height={down * DOWN} />}
      <rect className="bar-line" width="10" y={UP} height="1" />
    </svg>
  );
}

function Table({ years, cited }: { years: readonly YearCount[]; cited: boolean }) {
  return (
    <details className="disclosure">
      <summary>The same as a table</summary>
      <table className="years">
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col">Works</th>
            {cited && <th scope="col">Citations in this graph</th>}
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map((item) => (
            <tr key={item.year}>
              <th scope="row">{item.year}</th>
              <td>{count(item.works)}</td>
              {cited && <td>{count(item.citations)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
