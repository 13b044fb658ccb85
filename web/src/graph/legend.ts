import type { Kind } from "../core/api/types";
import { kindName, span } from "../core/format";
import { type GraphState, isHidden, KINDS } from "../core/graph";
import { plainMath } from "../core/math";
import { communitiesOf } from "./communities";
import { largestOf, measureOf, radiusFor } from "./sizes";
import { communityTint, cssOf, kindTint, type Tint, tintOf, yearsOf } from "./tints";

/** What choosing an item of the legend stands for. */
export type LegendFilter = { kind: Kind } | { ids: string[] } | { from: number; to: number };

export interface LegendItem {
  label: string;
  /** A value for styles, and the name of its custom property. */
  colour: string;
  tint: Tint;
  /** Shape of the sign where it means something: the kind. */
  shape?: Kind;
  /** Nodes of it that are shown. */
  count: number;
  filter?: LegendFilter;
}

export interface Legend {
  title: string;
  items: LegendItem[];
}

const coloured = (tint: Tint): Pick<LegendItem, "colour" | "tint"> => ({ colour: cssOf(tint), tint });

/** What the colours of the picture stand for, with how much of each is shown. */
export function legendOf(state: GraphState): Legend {
  const counts = new Map<string, number>();
  for (const node of state.nodes.values()) {
    if (isHidden(state, node.id)) continue;
    const tint = tintOf(state, node);
    counts.set(tint, (counts.get(tint) ?? 0) + 1);
  }
  const rest = (label: string): LegendItem[] => (counts.has("rest") ? [{ label, ...coloured("rest"), count: counts.get("rest")! }] : []);
  switch (state.look.colour) {
    case "kind": {
      const present = new Set([...state.nodes.values()].map((node) => node.kind));
      const items = KINDS.filter((kind) => present.has(kind)).map((kind) => ({ label: kindName(kind), ...coloured(kindTint(kind)), shape: kind, count: counts.get(kindTint(kind)) ?? 0, filter: { kind } }));
      return { title: "Kind", items };
    }
    case "community": {
      const { of, tops } = communitiesOf(state);
      const items = tops.slice(0, 8).map((top, number) => ({
        label: plainMath(top.label) + (top.kind === "Person" ? " et al." : ""),
        ...coloured(communityTint(number)),
        count: counts.get(communityTint(number)) ?? 0,
        filter: { ids: [...of].filter(([, its]) => its === number).map(([id]) => id) },
      }));
      return { title: "Community", items: [...items, ...rest("smaller ones and none")] };
    }
    case "year": {
      const items = yearsOf(state).map(({ first, last, tint }) => ({ label: span(first, last), ...coloured(tint), count: counts.get(tint) ?? 0, filter: { from: first, to: last } }));
      return { title: "Year of papers, last year of the rest", items: [...items, ...rest("year not imported")] };
    }
  }
}

const SIZES = { own: "", works: "Works", citations: "Citations in this graph", weight: "Ties, by joint papers" } as const;

/** What the sizes stand for: up to three examples with their radius in pixels; none when each kind has its own measure. */
export function sizeLegendOf(state: GraphState): { title: string; items: { label: string; radius: number }[] } {
  const title = SIZES[state.look.size];
  const most = largestOf(state);
  const known = [...state.nodes.values()].some((node) => measureOf(state, node) !== null);
  const values = title && known ? [...new Set([most, Math.round(most / 4), 1])].filter((value) => value > 0) : [];
  return { title, items: values.sort((a, b) => a - b).map((value) => ({ label: value.toLocaleString("en"), radius: radiusFor(value, most) })) };
}
