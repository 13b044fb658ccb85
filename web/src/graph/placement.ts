/** A label that would like to be drawn beside a disc, in pixels. */
export interface Wish {
  id: string;
  x: number;
  y: number;
  /** Radius of the disc. */
  radius: number;
  width: number;
  height: number;
  /** Drawn even over a disc that need not be seen; never over another label, nor over a disc that must be seen too. */
  must: boolean;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placed {
  id: string;
  box: Box;
  /** Which of the places beside the disc it has, to have it again. */
  place: number;
}

const PAD = 4;
const CELL = 48;
/** How much further out a label that must be drawn looks for room, in pixels. */
const FURTHER = [0, 10, 22, 36];
const NEAR = [0];

export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Places beside a disc of radius r, best first: right, left, below, above, the corners, then such as only touch the disc. */
const PLACES: ((wish: Wish, r: number) => [left: number, top: number])[] = [
  ({ x, y, height }, r) => [x + r + PAD, y - height / 2],
  ({ x, y, width, height }, r) => [x - r - PAD - width, y - height / 2],
  ({ x, y, width }, r) => [x - width / 2, y + r + PAD - 1],
  ({ x, y, width, height }, r) => [x - width / 2, y - r - PAD + 1 - height],
  ({ x, y }, r) => [x + r * 0.6, y + r * 0.6],
  ({ x, y, height }, r) => [x + r * 0.6, y - r * 0.6 - height],
  ({ x, y, width }, r) => [x - r * 0.6 - width, y + r * 0.6],
  ({ x, y, width, height }, r) => [x - r * 0.6 - width, y - r * 0.6 - height],
  ({ x, y, height }, r) => [x + r + PAD, y - height],
  ({ x, y, width, height }, r) => [x - r - PAD - width, y - height],
  ({ x, y }, r) => [x + r + PAD, y],
  ({ x, y, width }, r) => [x - r - PAD - width, y],
  ({ x, y }, r) => [x - r, y + r + PAD - 1],
  ({ x, y, width }, r) => [x + r - width, y + r + PAD - 1],
  ({ x, y, height }, r) => [x - r, y - r - PAD + 1 - height],
  ({ x, y, width, height }, r) => [x + r - width, y - r - PAD + 1 - height],
];

function boxAt(wish: Wish, place: number, further: number): Box {
  const [left, top] = PLACES[place]!(wish, wish.radius + further);
  return { left, top, right: left + wish.width, bottom: top + wish.height };
}

/** Boxes by cells of the page, so that a label asks only what is near it. */
class Boxes<B extends Box> {
  private readonly cells = new Map<number, B[]>();

  add(box: B): void {
    this.each(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  /** Whether some box that `box` covers will do. */
  some(box: Box, will: (other: B) => boolean): boolean {
    return this.each(box, (key) => this.cells.get(key)?.some((other) => overlap(box, other) && will(other)) ?? false);
  }

  private each(box: Box, will: (key: number) => boolean): boolean {
    const [right, bottom] = [Math.floor(box.right / CELL), Math.floor(box.bottom / CELL)];
    for (let i = Math.floor(box.left / CELL); i <= right; i++) {
      for (let j = Math.floor(box.top / CELL); j <= bottom; j++) if (will(i * 4096 + j)) return true;
    }
    return false;
  }
}

/**
 * Place labels in the order of the wishes, at most `budget`, each where it covers no label before it, no disc, and
 * stays inside the drawing; what finds no place is left out. What must be read comes first. A label keeps the place it
 * had in `before` while it is free, so that labels do not hop about.
 */
export function placeLabels(wishes: Iterable<Wish>, discs: Iterable<Wish>, bounds: Box, budget = Infinity, before: ReadonlyMap<string, number> = new Map()): Placed[] {
  const out: Placed[] = [];
  const labels = new Boxes<Box>();
  const taken = new Boxes<Box & { id: string; must: boolean }>();
  for (const d of discs) taken.add({ id: d.id, must: d.must, left: d.x - d.radius, right: d.x + d.radius, top: d.y - d.radius, bottom: d.y + d.radius });
  const inside = (box: Box): boolean => box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
  /** Discs that a label would cover; endless where it may not be at all. */
  const cost = (box: Box, { id, must }: Wish): number => {
    if (!inside(box) || labels.some(box, () => true)) return Infinity;
    let covered: Set<string> | undefined;
    const barred = taken.some(box, (disc) => {
      if (disc.id === id) return false;
      if (must) (covered ??= new Set()).add(disc.id);
      return disc.must || !must;
    });
    return barred ? Infinity : (covered?.size ?? 0);
  };
  for (const wish of wishes) {
    if (out.length >= budget && !wish.must) break;
    const found = find(wish, before.get(wish.id), (box) => cost(box, wish));
    if (!found) continue;
    labels.add(found.box);
    out.push(found);
  }
  return out;
}

function find(wish: Wish, before: number | undefined, cost: (box: Box) => number): Placed | null {
  let [best, least]: [Placed | null, number] = [null, wish.must ? Infinity : 1];
  const look = (place: number, further: number): boolean => {
    const box = boxAt(wish, place, further);
    const price = cost(box);
    if (price < least) [best, least] = [{ id: wish.id, box, place }, price];
    return least === 0;
  };
  if (before !== undefined && look(before, 0)) return best;
  for (const further of wish.must ? FURTHER : NEAR) for (let place = 0; place < PLACES.length; place++) if (look(place, further)) return best;
  return best;
}
