/** A key that leads from node to node, as an event names it. */
export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

/** A node where it is drawn, in pixels: x to the right, y down. */
export interface Spot {
  id: string;
  x: number;
  y: number;
}

const WAYS: Record<Arrow, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest of some nodes that lie more this way than to its sides; a node far off the straight line counts as farther. */
function nearest(from: Spot, spots: readonly Spot[], [dx, dy]: readonly [number, number]): string | null {
  let [best, least]: [string | null, number] = [null, Infinity];
  for (const { id, x, y } of spots) {
    const along = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    const cost = along + 2 * aside;
    if (id !== from.id && along > 0 && aside <= along && cost < least) [best, least] = [id, cost];
  }
  return best;
}

/** Where an arrow key leads: to the nearest neighbour that lies that way, or else to the nearest node. */
export const towards = (from: Spot, spots: readonly Spot[], near: ReadonlySet<string>, arrow: Arrow): string | null =>
  nearest(from, spots.filter(({ id }) => near.has(id)), WAYS[arrow]) ?? nearest(from, spots, WAYS[arrow]);
