import type { Point } from "./types";

/** A point in the units of the drawing, and whether it may be moved. */
export interface Spot {
  id: string;
  x: number;
  y: number;
  fixed: boolean;
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Two nodes nearer than this, in half-heights of the drawing, look like one. */
const CLOSEST = 0.09;

/** Points by cells of one size, so that what is near a point is found without looking at all. */
class Cells<P extends Point> {
  private readonly cells = new Map<number, P[]>();

  constructor(private readonly size: number) {}

  add(point: P): void {
    const key = this.key(Math.floor(point.x / this.size), Math.floor(point.y / this.size));
    const cell = this.cells.get(key);
    if (cell) cell.push(point);
    else this.cells.set(key, [point]);
  }

  /** Look at what stands in the cell of a point and in the eight around it, which is all within one size, until one will do. */
  some({ x, y }: Point, will: (other: P) => boolean): boolean {
    const [column, row] = [Math.floor(x / this.size), Math.floor(y / this.size)];
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) if (this.cells.get(this.key(i, j))?.some(will)) return true;
    }
    return false;
  }

  private key(column: number, row: number): number {
    return column * 65_536 + row;
  }
}

/** Push spots apart until each pair is `gap` away, moving the free ones only; deterministic, at most `rounds` rounds. */
export function separate(spots: Spot[], gap: number, rounds = 60): Spot[] {
  const out = spots.map((spot, at) => ({ ...spot, at }));
  for (let round = 0; round < rounds; round++) {
    const cells = new Cells<(typeof out)[number]>(gap);
    for (const spot of out) cells.add(spot);
    let moved = false;
    for (const a of out) {
      cells.some(a, (b) => {
        if (b.at > a.at) moved = push(a, b, gap, a.at + b.at) || moved;
        return false;
      });
    }
    if (!moved) break;
  }
  return out.map(({ at: _, ...spot }) => spot);
}

function push(a: Spot, b: Spot, gap: number, turn: number): boolean {
  if (a.fixed && b.fixed) return false;
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  let distance = Math.hypot(dx, dy);
  if (distance >= gap) return false;
  if (distance < 1e-6) {
    distance = 1e-3;
    dx = Math.cos(turn * GOLDEN) * distance;
    dy = Math.sin(turn * GOLDEN) * distance;
  }
  const shift = (gap - distance) / (a.fixed || b.fixed ? 1 : 2) / distance;
  if (!a.fixed) [a.x, a.y] = [a.x - dx * shift, a.y - dy * shift];
  if (!b.fixed) [b.x, b.y] = [b.x + dx * shift, b.y + dy * shift];
  return true;
}

/**
 * A free place for each wish in turn, as near to the wished point as there is one: at least `gap` from everything
 * placed, within the frame of the drawing ([-1, 1] on both axes). In a crowd the nodes stand closer, and the frame
 * grows only when they cannot. Nothing placed moves; the same input gives the same places.
 */
export function freePlaces(placed: readonly Point[], wishes: readonly Point[], gap: number): Point[] {
  const taken = [...placed];
  const out: Point[] = [];
  let room = { gap, reach: Math.max(1, ...placed.map((p) => Math.max(Math.abs(p.x), Math.abs(p.y)))) };
  let free = lattice(taken, room);
  for (const wish of wishes) {
    for (; free.length === 0; free = lattice(taken, room)) room = room.gap > CLOSEST ? { ...room, gap: Math.max(CLOSEST, room.gap * 0.85) } : { ...room, reach: room.reach * 1.15 };
    const place = approach(nearest(free, wish), wish, taken, room);
    taken.push(place);
    out.push(place);
    free = free.filter((point) => Math.hypot(point.x - place.x, point.y - place.y) >= room.gap);
  }
  return out;
}

/** From a free point towards the wished one, as far as it stays free: so that places follow the wishes, not the grid. */
function approach(from: Point, wish: Point, taken: readonly Point[], { gap, reach }: { gap: number; reach: number }): Point {
  const beside = taken.filter((other) => Math.hypot(other.x - from.x, other.y - from.y) < 3 * gap);
  const free = ({ x, y }: Point): boolean => Math.abs(x) <= reach && Math.abs(y) <= reach && beside.every((other) => Math.hypot(other.x - x, other.y - y) >= gap);
  const way = Math.min(1, gap / Math.max(1e-9, Math.hypot(wish.x - from.x, wish.y - from.y)));
  for (const part of [1, 0.75, 0.5, 0.25]) {
    const point = { x: from.x + (wish.x - from.x) * way * part, y: from.y + (wish.y - from.y) * way * part };
    if (free(point)) return point;
  }
  return from;
}

/** The points of a grid that are free: half a gap from one to the next, in rows that are set off from each other. */
function lattice(taken: readonly Point[], { gap, reach }: { gap: number; reach: number }): Point[] {
  const cells = new Cells<Point>(gap);
  for (const point of taken) cells.add(point);
  const step = gap / 2;
  const out: Point[] = [];
  for (let row = 0, y = -reach; y <= reach; row++, y = -reach + row * step) {
    for (let x = -reach + (row % 2) * (step / 2); x <= reach; x += step) {
      const point = { x, y };
      if (!cells.some(point, (other) => (other.x - x) ** 2 + (other.y - y) ** 2 < gap ** 2)) out.push(point);
    }
  }
  return out;
}

function nearest(points: readonly Point[], to: Point): Point {
  let [best, least] = [points[0]!, Infinity];
  for (const point of points) {
    const distance = (point.x - to.x) ** 2 + (point.y - to.y) ** 2;
    if (distance < least - 1e-9) [best, least] = [point, distance];
  }
  return best;
}

/** The mean of some points; null of none. */
export function middle(points: readonly Point[]): Point | null {
  if (!points.length) return null;
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** The `turn`-th of evenly spread directions, as a unit vector. */
export const direction = (turn: number): Point => ({ x: Math.cos(turn * GOLDEN), y: Math.sin(turn * GOLDEN) });
