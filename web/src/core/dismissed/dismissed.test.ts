import { expect, it } from "vitest";
import { dismiss, restore } from ".";

it("dismisses a work once, and gives it back", () => {
  expect(dismiss("a")(dismiss("b")(dismiss("a")([])))).toEqual(["b", "a"]);
  expect(restore("b")(["b", "a"])).toEqual(["a"]);
  const ids = ["a"];
  expect(restore("z")(ids)).toBe(ids);
});

it("forgets the oldest of very many", () => {
  const many = Array.from({ length: 2000 }, (_, i) => `p${i}`);
  expect(dismiss("new")(many)).toEqual([...many.slice(1), "new"]);
});
