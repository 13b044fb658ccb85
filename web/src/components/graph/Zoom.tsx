import type { RefObject } from "react";
import type { Picture } from "../../graph/mount";

/** Buttons for what the keyboard and two fingers do too. */
export function Zoom({ picture }: { picture: RefObject<Picture | null> }) {
  return (
    <div className="graph-zoom" role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" onClick={() => picture.current?.zoom(1.5)}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 3v10M3 8h10" /></svg>
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => picture.current?.zoom(1 / 1.5)}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8h10" /></svg>
      </button>
      <button type="button" aria-label="Show the whole picture" onClick={() => picture.current?.fit()}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" /></svg>
      </button>
    </div>
  );
}
