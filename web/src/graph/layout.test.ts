import { describe, expect, it } from "vitest";
import { layOut, type Plan } from "./layout";

/** Groups of ten that know each other, and one node that knows all. */
function plan(groups: number, fixed: (id: string) => boolean = () => false): Plan {
  const ids = Array.from({ length: groups * 10 }, (_, i) => `n${i}`);
  const edges = ids.flatMap((source, i) => ids.slice(i + 1, (Math.floor(i / 10) + 1) * 10).map((target) => ({ source, target, weight: 1 })));
  const at = (i: number) => ({ x: Math.sin(i * 12.9898), y: Math.sin(i * 78.233) });
  return {
    nodes: [{ id: "ego", x: 0, y: 0, fixed: true }, ...ids.map((id, i) => ({ id, ...at(i), fixed: fixed(id) }))],
    edges: [...edges, ...ids.map((target) => ({ source: "ego", target, weight: 1 }))],
  };
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe("layOut", () => {
  it("gives the same places for the same plan, in the frame, none on another", () => {
    const places = layOut(plan(6));
    expect(places).toEqual(layOut(plan(6)));
    expect(places).toHaveLength(60);
    for (const [i, [, a]] of places.entries()) {
      expect(Math.max(Math.abs(a.x), Math.abs(a.y))).toBeLessThanOrEqual(1);
      for (const [, b] of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.0899);
    }
  });

  it("brings together what is tied", () => {
    const at = new Map(layOut(plan(6)));
    const distances = (same: boolean): number[] => {
      const out: number[] = [];
      for (let i = 0; i < 60; i++) for (let j = i + 1; j < 60; j++) {
        const [a, b] = [at.get(`n${i}`)!, at.get(`n${j}`)!];
        if ((Math.floor(i / 10) === Math.floor(j / 10)) === same) out.push(Math.hypot(a.x - b.x, a.y - b.y));
      }
      return out;
    };
    expect(mean(distances(true))).toBeLessThan(mean(distances(false)) * 0.6);
  });

  it("moves no fixed node, and keeps the free ones off them", () => {
    const given = plan(4, (id) => id !== "n7" && id !== "n8");
    const places = layOut(given);
    expect(places.map(([id]) => id)).toEqual(["n7", "n8"]);
    for (const [, a] of places) for (const b of given.nodes.filter((node) => node.fixed)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.0899);
  });

  it("takes its time in proportion to the work", () => {
    const began = performance.now();
    layOut(plan(60));
    expect(performance.now() - began).toBeLessThan(6000);
  });
});
