/** A point with the room that it wants, in the units of the drawing. */
export interface Spot {
  id: string;
  x: number;
  y: number;
  fixed: boolean;
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Push spots apart until each pair is `gap` away, moving the free ones only; deterministic, at most `rounds` rounds. */
export function separate(spots: Spot[], gap: number, rounds = 60): Spot[] {
  const out = spots.map((spot) => ({ ...spot }));
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < out.length; i++) {
      for (let j = i + 1; j < out.length; j++) moved = push(out[i]!, out[j]!, gap, i + j) || moved;
    }
    if (!moved) break;
  }
  return out;
}

function push(a: Spot, b: Spot, gap: number, turn: number): boolean {
  if (a.fixed && b.fixed) return false;
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  let distance = Math.hypot(dx, dy);
  if (distance >= gap) return false;
  if (distance < 1e-6) {
    dx = Math.cos(turn * GOLDEN);
    dy = Math.sin(turn * GOLDEN);
    distance = 1;
    dx *= 1e-3;
    dy *= 1e-3;
    distance = 1e-3;
  }
  const shift = (gap - distance) / (a.fixed || b.fixed ? 1 : 2) / distance;
  if (!a.fixed) [a.x, a.y] = [a.x - dx * shift, a.y - dy * shift];
  if (!b.fixed) [b.x, b.y] = [b.x + dx * shift, b.y + dy * shift];
  return true;
}

/**
 * Places for `count` new nodes around an expanded one: a spiral that opens away from the middle of the picture.
 * What is already placed never moves; the caller separates the new ones from it.
 */
export function spiral(at: { x: number; y: number }, count: number, gap: number): { x: number; y: number }[] {
  const away = Math.hypot(at.x, at.y) < 1e-6 ? -Math.PI / 2 : Math.atan2(at.y, at.x);
  return Array.from({ length: count }, (_, i) => {
    const radius = gap * (1.4 + 0.55 * Math.sqrt(i));
    const angle = away + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 0.5;
    return { x: at.x + radius * Math.cos(angle), y: at.y + radius * Math.sin(angle) };
  });
}
