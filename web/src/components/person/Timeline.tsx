import type { YearCount } from "../../core/api/types";
import { plural } from "../../core/format";

/** Works (up) and, where any were imported, citations inside the graph (down) per year; a year can be pressed to list only its works. */
export function Timeline({ years, cited, year, onYear }: { years: YearCount[]; cited: boolean; year: number | null; onYear: (year: number | null) => void }) {
  if (years.length < 2) return null;
  const works = Math.max(1, ...years.map((item) => item.works));
  const citations = Math.max(1, ...years.map((item) => item.citations));
  const every = Math.ceil(years.length / 12);
  return (
    <div className="timeline">
      <p className="timeline-key">
        <span className="key-works">works</span>
        {cited && <span className="key-citations">citations in this graph</span>}
        {year !== null && (
          <button type="button" className="textbutton" onClick={() => onYear(null)}>
            All years
          </button>
        )}
      </p>
      <ol className="timeline-years">
        {years.map((item, i) => {
          const says = `${item.year}: ${plural(item.works, "work")}${cited ? `, ${plural(item.citations, "citation")} in this graph` : ""}`;
          return (
            <li key={item.year}>
              <button type="button" aria-label={says} title={says} aria-pressed={year === item.year} disabled={item.works === 0} onClick={() => onYear(year === item.year ? null : item.year)}>
                <svg width="100%" height={cited ? 64 : 44} preserveAspectRatio="none" viewBox={`0 0 10 ${cited ? 64 : 44}`} aria-hidden="true">
                  <rect className="bar-works" x="1" width="8" y={40 - (item.works / works) * 38} height={(item.works / works) * 38} />
                  {cited && <rect className="bar-citations" x="1" width="8" y="41.5" height={(item.citations / citations) * 20} />}
                  <rect className="bar-line" x="0" width="10" y="40" height="1" />
                </svg>
              </button>
              <span className={`timeline-year ${i % every === 0 ? "" : "timeline-rare"}`} aria-hidden="true">{`’${String(item.year).slice(2)}`}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
