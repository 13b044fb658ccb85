import type { Kind, SearchHit } from "./api/types";

export interface Group {
  kind: Kind;
  hits: SearchHit[];
}

/** Hits by kind; the kind of the best hit comes first, and the order inside a kind is kept. */
export function grouped(hits: SearchHit[]): Group[] {
  const groups = new Map<Kind, SearchHit[]>();
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  return [...groups].map(([kind, found]) => ({ kind, hits: found }));
}
