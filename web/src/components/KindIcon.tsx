import type { Kind } from "../core/api/types";
import { SHAPES } from "../graph/shapes";

/** The sign of a kind: the same shape, colour and glyph in lists, search, legend and picture. */
export function KindIcon({ kind, size = 16 }: { kind: Kind; size?: number }) {
  const { outline, glyph } = SHAPES[kind];
  return (
    <svg className={`kind-icon kind-${kind.toLowerCase()}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path className="kind-outline" d={outline} />
      <path className="kind-glyph" d={glyph} />
    </svg>
  );
}
