import { describe, expect, it } from "vitest";
import { type Box, overlap, placeLabels, type Wish } from "./placement";

const BOUNDS: Box = { left: 0, top: 0, right: 400, bottom: 300 };
const wish = (id: string, x: number, y: number, must = false): Wish => ({ id, x, y, radius: 8, width: 60, height: 16, must });
const disc = (w: Wish): Box => ({ left: w.x - w.radius, right: w.x + w.radius, top: w.y - w.radius, bottom: w.y + w.radius });

/** Crowds of discs that look scattered, with labels of many lengths, the same every time. */
function crowd(seed: number, count: number): Wish[] {
  let state = seed;
  const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  return Array.from({ length: count }, (_, i) => ({ ...wish(`n${i}`, next() * 400, next() * 300, i < 3), radius: 4 + next() * 12, width: 20 + next() * 150 }));
}

describe("placeLabels", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("never lets two labels cross, nor one cover what must be seen, in crowd %i", (seed) => {
    const wishes = crowd(seed, 20 + seed * 25);
    const placed = placeLabels(wishes, wishes, BOUNDS);
    expect(placed.length).toBeGreaterThan(2);
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false);
      const must = wishes.find((w) => w.id === a.id)!.must;
      for (const w of wishes) if (w.id !== a.id && (w.must || !must)) expect(overlap(a.box, disc(w))).toBe(false);
      expect(a.box.left >= 0 && a.box.right <= 400 && a.box.top >= 0 && a.box.bottom <= 300).toBe(true);
    }
  });

  it("keeps labels inside the picture and off the discs", () => {
    const right = wish("right", 395, 150);
    const other = wish("disc", 320, 150);
    const [placed] = placeLabels([right], [right, other], BOUNDS);
    expect(placed!.box.right).toBeLessThanOrEqual(400);
    expect(overlap(placed!.box, disc(other))).toBe(false);
  });

  it("leaves out what finds no place, but not what must be read", () => {
    const wall = Array.from({ length: 400 }, (_, i) => wish(`w${i}`, (i % 20) * 20 + 10, Math.floor(i / 20) * 15 + 7));
    expect(placeLabels([wish("a", 200, 150)], wall, BOUNDS)).toEqual([]);
    expect(placeLabels([wish("a", 200, 150, true)], wall, BOUNDS)).toHaveLength(1);
  });

  it("draws no more than the budget, and always what must be read", () => {
    const wishes = [wish("a", 50, 50, true), wish("b", 250, 50, true), wish("c", 50, 250), wish("d", 250, 250)];
    expect(placeLabels(wishes, wishes, BOUNDS, 3).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(placeLabels(wishes, wishes, BOUNDS, 1).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("gives a label the place that it had", () => {
    const one = wish("a", 200, 150);
    expect(placeLabels([one], [one], BOUNDS)[0]!.place).toBe(0);
    expect(placeLabels([one], [one], BOUNDS, 9, new Map([["a", 3]]))[0]!.place).toBe(3);
  });
});
