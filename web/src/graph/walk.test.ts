import { expect, test } from "vitest";
import { towards } from "./walk";

const from = { id: "a", x: 0, y: 0 };
const spots = [from, { id: "far", x: 90, y: 5 }, { id: "near", x: 40, y: 0 }, { id: "up", x: 10, y: -30 }, { id: "aside", x: 30, y: 31 }];

test("an arrow leads to the nearest neighbour that way, past nearer strangers", () => {
  expect(towards(from, spots, new Set(["far", "up"]), "ArrowRight")).toBe("far");
  expect(towards(from, spots, new Set(["near", "far"]), "ArrowRight")).toBe("near");
});

test("without a neighbour that way it leads to the nearest node, and nowhere when there is none", () => {
  expect(towards(from, spots, new Set(["up"]), "ArrowRight")).toBe("near");
  expect(towards(from, spots, new Set(), "ArrowUp")).toBe("up");
  expect(towards(from, spots, new Set(), "ArrowDown")).toBe("aside");
  expect(towards(from, spots, new Set(), "ArrowLeft")).toBe(null);
});
