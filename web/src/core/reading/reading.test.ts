import { expect, it } from "vitest";
import { add, remove, short } from ".";

const of = (...ids: string[]) => ids.map((id) => ({ id, title: id, year: 2020, by: "" }));

it("adds a work once, the latest first, and takes it off again", () => {
  const list = add(of("b"))(add(of("a"))([]));
  expect(list.map((item) => item.id)).toEqual(["b", "a"]);
  expect(add(of("a"))(list)).toBe(list);
  expect(remove(new Set(["b"]))(list)).toEqual(of("a"));
  expect(remove(new Set(["z"]))(list)).toBe(list);
});

it("holds no more than a file of citations can", () => {
  const full = add(of(...Array.from({ length: 1000 }, (_, i) => `p${i}`)))([]);
  expect(full).toHaveLength(1000);
  expect(add(of("new"))(full)).toBe(full);
  expect(add(of("a", "b"))(full.slice(1)).map((item) => item.id).slice(0, 2)).toEqual(["a", "p1"]);
});

it("names authors in short", () => {
  const byline = ["A", "B", "C"].map((name) => ({ name, id: null }));
  expect(short({ byline })).toBe("A, B and others");
  expect(short({ byline: byline.slice(0, 1) })).toBe("A");
});
