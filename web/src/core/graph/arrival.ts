import type { Kind, SliceEdge, SliceNode } from "../api/types";
import { direction, freePlaces, middle } from "./place";
import type { GraphNode, Point } from "./types";

/** How far from the middle a kind stands when it comes around the centre; the seeded positions follow the same order. */
const RING: Record<Kind, number> = { Paper: 0.5, Person: 0.78, Topic: 0.95, Institution: 0.95 };

/** Room that a node wants around it, in half-heights of the drawing: the more nodes, the less. */
export const gapFor = (nodes: number): number => Math.min(0.4, Math.max(0.1, 1.22 / Math.sqrt(nodes)));

interface Arrival {
  /** The node that was expanded, if one was. */
  at?: GraphNode;
  /** Where some of the nodes would stand best. */
  hints?: ReadonlyMap<string, Point>;
}

/**
 * Positions for nodes that come into a picture: each in free room beside what it is joined to, the nodes around the
 * centre on the ring of their kind. What is placed stays where it is.
 */
export function arrive(placed: ReadonlyMap<string, GraphNode>, fresh: readonly SliceNode[], edges: readonly SliceEdge[], { at, hints }: Arrival = {}): Point[] {
  const near = new Map<string, Point[]>(fresh.map((node) => [node.id, []]));
  for (const { source, target } of edges) {
    for (const [id, other] of [[source, target], [target, source]] as const) {
      const known = placed.get(other);
      if (known && !known.center && known.id !== at?.id) near.get(id)?.push(known);
    }
  }
  const wishes = fresh.map((node, i) => hints?.get(node.id) ?? wish(node.kind, middle(near.get(node.id) ?? []), placed.size + i, at));
  return freePlaces([...placed.values()], wishes, gapFor(placed.size + fresh.length));
}

function wish(kind: Kind, known: Point | null, turn: number, at?: GraphNode): Point {
  if (at && !at.center) {
    const away = Math.hypot(at.x, at.y) || 1;
    const outside = { x: at.x * (1 + 0.12 / away), y: at.y * (1 + 0.12 / away) };
    return known ? { x: outside.x * 0.7 + known.x * 0.3, y: outside.y * 0.7 + known.y * 0.3 } : outside;
  }
  if (!at && known) return known;
  const far = known ? Math.hypot(known.x, known.y) : 0;
  const towards = known && far > 0.05 ? { x: known.x / far, y: known.y / far } : direction(turn);
  return { x: (at?.x ?? 0) + towards.x * RING[kind], y: (at?.y ?? 0) + towards.y * RING[kind] };
}
