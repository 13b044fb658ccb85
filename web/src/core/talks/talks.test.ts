import { expect, it } from "vitest";
import { newKey, runs } from ".";

const node = { id: "toy:p1", kind: "Paper" as const, label: "A paper" };

it("splits a message where it names something", () => {
  const links = [
    { text: "toy:p1", node },
    { text: "toy:p12", node: { ...node, id: "toy:p12" } },
  ];
  const found = runs("See toy:p12, toy:p1 and $x$.", links);
  expect(found.map((each) => each.node?.id ?? each.text)).toEqual(["See ", "toy:p12", ", ", "toy:p1", " and $x$."]);
  expect(found.map((each) => each.text).join("")).toBe("See toy:p12, toy:p1 and $x$.");
  expect(runs("", links)).toEqual([]);
});

it("makes keys that differ", () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/u);
  expect(newKey()).not.toBe(newKey());
});
