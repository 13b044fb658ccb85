import { createKept } from "../../core/kept";
import { useStore } from "../../core/store";

/** A part beside the picture. */
export type Side = "list" | "details";

const SIDES: readonly Side[] = ["list", "details"];

/** The parts that the reader folded away; this browser keeps the choice. */
export const folded = createKept<readonly Side[]>("bzpeer-folded", (kept) => SIDES.filter((side) => Array.isArray(kept) && kept.includes(side)));

/** Folds a part beside the picture away, and back; where there is room for one only. */
export function Fold({ side }: { side: Side }) {
  const away = useStore(folded).includes(side);
  const what = `${away ? "Show" : "Hide"} the ${side}`;
  return (
    <button type="button" className="icon-button fold" aria-label={what} title={what} aria-expanded={!away} onClick={() => folded.update((before) => (away ? before.filter((each) => each !== side) : [...before, side]))}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round">
        <rect x="2" y="3" width="14" height="12" rx="2" />
        <path d={side === "list" ? "M7 3v12" : "M11 3v12"} />
      </svg>
    </button>
  );
}
