import type { Kind } from "../core/api/types";
import type { GraphNode, GraphState } from "../core/graph";
import { communitiesOf } from "./communities";

const COMMUNITIES = ["community-1", "community-2", "community-3", "community-4", "community-5", "community-6", "community-7", "community-8"] as const;
const YEARS = ["year-1", "year-2", "year-3", "year-4", "year-5", "year-6"] as const;
const KINDS = { Person: "person", Paper: "paper", Topic: "topic", Institution: "institution" } as const satisfies Record<Kind, string>;
/** What belongs to no community, or has no year. */
const REST = "rest";

/** Names of the colours that nodes have; each is a custom property of the page. */
export const TINTS = [...Object.values(KINDS), ...COMMUNITIES, ...YEARS, REST] as const;
export type Tint = (typeof TINTS)[number];

/** The value of a tint in a style. */
export const cssOf = (tint: Tint): string => `var(--${tint})`;

export const kindTint = (kind: Kind): Tint => KINDS[kind];
export const communityTint = (number: number | undefined): Tint => (number === undefined ? REST : (COMMUNITIES[number] ?? REST));

/** Some years, inclusive, that share a colour. */
export interface Years {
  first: number;
  last: number;
  tint: Tint;
}

const kept = new WeakMap<GraphState["nodes"], Years[]>();

/** The years of the picture in at most six spans of equal length, the newest with the strongest colour. */
export function yearsOf(state: GraphState): Years[] {
  const known = kept.get(state.nodes);
  if (known) return known;
  const years = [...state.nodes.values()].flatMap((node) => node.year ?? []);
  const spans = years.length ? split(Math.min(...years), Math.max(...years)) : [];
  kept.set(state.nodes, spans);
  return spans;
}

function split(first: number, last: number): Years[] {
  const length = Math.ceil((last - first + 1) / YEARS.length);
  const count = Math.ceil((last - first + 1) / length);
  return Array.from({ length: count }, (_, i) => {
    const until = last - (count - 1 - i) * length;
    const paler = Math.round(((count - 1 - i) * (YEARS.length - 1)) / Math.max(count - 1, 2)); // two spans are not as far apart as the ends
    return { first: Math.max(first, until - length + 1), last: until, tint: YEARS[YEARS.length - 1 - paler]! };
  });
}

/** The colour of a node: by its kind, its community or its year. */
export function tintOf(state: GraphState, node: GraphNode): Tint {
  switch (state.look.colour) {
    case "kind":
      return kindTint(node.kind);
    case "community":
      return communityTint(communitiesOf(state).of.get(node.id));
    case "year":
      return yearsOf(state).find(({ first, last }) => node.year !== null && node.year >= first && node.year <= last)?.tint ?? REST;
  }
}
