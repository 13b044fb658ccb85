/** A label that would like to be drawn beside a disc, in pixels. */
export interface Wish {
  id: string;
  x: number;
  y: number;
  /** Radius of the disc. */
  radius: number;
  width: number;
  height: number;
  /** Drawn even over a disc; never over another label. */
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
}

const PAD = 4;
const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxAt = (left: number, top: number, wish: Wish): Box => ({ left, top, right: left + wish.width, bottom: top + wish.height });

/** The places beside a disc, best first: right, left, below, above, the corners, then such as only touch the disc. */
function places(wish: Wish): Box[] {
  const { x, y, radius, width, height } = wish;
  const off = radius + PAD;
  const corner = radius * 0.6;
  return [
    boxAt(x + off, y - height / 2, wish),
    boxAt(x - off - width, y - height / 2, wish),
    boxAt(x - width / 2, y + off - 1, wish),
    boxAt(x - width / 2, y - off + 1 - height, wish),
    boxAt(x + corner, y + corner, wish),
    boxAt(x + corner, y - corner - height, wish),
    boxAt(x - corner - width, y + corner, wish),
    boxAt(x - corner - width, y - corner - height, wish),
    ...[-height, 0].flatMap((up) => [boxAt(x + off, y + up, wish), boxAt(x - off - width, y + up, wish)]),
    ...[off - 1, 1 - off - height].flatMap((down) => [boxAt(x - radius, y + down, wish), boxAt(x + radius - width, y + down, wish)]),
  ];
}

/**
 * Place labels in the order of the wishes, each where it covers no label before it, no disc, and stays inside the
 * drawing; what finds no place is left out.
 */
export function placeLabels(wishes: Wish[], discs: Wish[], bounds: Box): Placed[] {
  const placed: Placed[] = [];
  const taken = discs.map((d) => ({ id: d.id, left: d.x - d.radius, right: d.x + d.radius, top: d.y - d.radius, bottom: d.y + d.radius }));
  const inside = (box: Box): boolean => box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
  for (const wish of wishes) {
    const free = places(wish).filter((box) => inside(box) && !placed.some((other) => overlap(box, other.box)));
    const covers = free.map((box) => taken.filter((disc) => disc.id !== wish.id && overlap(box, disc)).length);
    const fewest = Math.min(...covers);
    const box = fewest === 0 || wish.must ? free[covers.indexOf(fewest)] : undefined;
    if (box) placed.push({ id: wish.id, box });
  }
  return placed;
}
