import { Slider, SliderThumb, SliderTrack } from "react-aria-components";
import type { Explorer } from "../../core/explore/explorer";
import { papersPerYear } from "../../core/explore/rows";
import { plural } from "../../core/format";
import { narrow } from "../../core/graph";
import { useStore } from "../../core/store";

/** Papers of the picture per year, and the years to which it is narrowed: two thumbs over the bars. */
export function Years({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const bars = papersPerYear(state);
  const [first, last] = [bars[0]?.year, bars.at(-1)?.year];
  if (first === undefined || last === undefined) return <p className="years quiet">No paper with a year is in the picture.</p>;
  if (first === last) return <p className="years quiet">All papers of the picture are of {first}.</p>;
  const clamp = (year: number): number => Math.max(first, Math.min(last, year));
  const [from, to] = [clamp(state.filter.from ?? first), clamp(state.filter.to ?? last)];
  const most = Math.max(...bars.map((bar) => bar.papers));
  const undated = [...state.nodes.values()].filter((node) => node.kind === "Paper" && node.year === null).length;
  const narrowed = state.filter.from !== null || state.filter.to !== null;
  const choose = ([low = first, high = last]: number[]): void => explorer.graph.update(narrow({ from: low > first ? low : null, to: high < last ? high : null }));
  return (
    <div className="years">
      <Slider className="years-slider" minValue={first} maxValue={last} value={[from, to]} onChange={choose} aria-label="Years of the papers">
        <svg className="years-bars" viewBox={`0 0 ${bars.length} 10`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((bar, i) => (
            <rect key={bar.year} x={i + 0.1} width={0.8} y={10 - (9.5 * bar.papers) / most} height={(9.5 * bar.papers) / most} className={bar.year < from || bar.year > to ? "years-out" : undefined}>
              <title>{`${bar.year}: ${plural(bar.papers, "paper")}`}</title>
            </rect>
          ))}
        </svg>
        <SliderTrack className="years-track" style={{ marginInline: `${50 / bars.length}%` }}>
          <SliderThumb index={0} className="years-thumb" aria-label="First year" />
          <SliderThumb index={1} className="years-thumb" aria-label="Last year" />
        </SliderTrack>
      </Slider>
      <p className="years-says">
        <strong>{from === to ? from : `${from}–${to}`}</strong>
        {narrowed ? (
          <button type="button" className="textbutton" onClick={() => explorer.graph.update(narrow({ from: null, to: null }))}>
            All years
          </button>
        ) : (
          <span className="quiet">all years</span>
        )}
        {narrowed && undated > 0 && <span className="quiet">{plural(undated, "paper")} without a year left out</span>}
      </p>
    </div>
  );
}
