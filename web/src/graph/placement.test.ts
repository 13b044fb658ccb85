import { describe, expect, it } from "vitest";
import { type Box, placeLabels, type Wish } from "./placement";

const BOUNDS: Box = { left: 0, top: 0, right: 400, bottom: 300 };
const wish = (id: string, x: number, y: number, must = false): Wish => ({ id, x, y, radius: 8, width: 60, height: 16, must });
const crossing = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("placeLabels", () => {
  it("never lets two labels cross, however crowded", () => {
    const wishes = Array.from({ length: 80 }, (_, i) => wish(`n${i}`, (i * 37) % 400, (i * 53) % 300));
    const placed = placeLabels(wishes, wishes, BOUNDS);
    expect(placed.length).toBeGreaterThan(3);
    for (const [i, a] of placed.entries()) for (const b of placed.slice(i + 1)) expect(crossing(a.box, b.box)).toBe(false);
  });

  it("keeps labels inside the picture and off the discs", () => {
    const right = wish("right", 395, 150);
    const disc = wish("disc", 320, 150);
    const [placed] = placeLabels([right], [right, disc], BOUNDS);
    expect(placed!.box.right).toBeLessThanOrEqual(400);
    expect(crossing(placed!.box, { left: 312, right: 328, top: 142, bottom: 158 })).toBe(false);
  });

  it("leaves out what finds no place, but not what must be read", () => {
    const wall = Array.from({ length: 400 }, (_, i) => wish(`w${i}`, (i % 20) * 20 + 10, Math.floor(i / 20) * 15 + 7));
    expect(placeLabels([wish("a", 200, 150)], wall, BOUNDS)).toEqual([]);
    expect(placeLabels([wish("a", 200, 150, true)], wall, BOUNDS)).toHaveLength(1);
  });
});
