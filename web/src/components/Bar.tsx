import type { Kind } from "../core/api/types";

/** A share from 0 to 1 as a thin bar in the colour of a kind; `says` tells it in words. */
export function Bar({ share, kind, says }: { share: number; kind?: Kind; says: string }) {
  return (
    <span className={`bar ${kind ? `bar-${kind.toLowerCase()}` : ""}`} role="img" aria-label={says} title={says}>
      <span style={{ inlineSize: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
    </span>
  );
}
