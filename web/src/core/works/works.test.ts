import { expect, it } from "vitest";
import { ALL, filters, parse, search, told } from ".";

it("keeps a filter in the address and reads it back", () => {
  const filter = { ...ALL, sort: "cited", from: 2018, to: 2020, type: "article", topic: "openalex:T1", text: "sparse attention" } as const;
  expect(search(ALL)).toBe("");
  expect(search({ ...ALL, text: "  " })).toBe("");
  expect(parse(search(filter))).toEqual(filter);
});

it("leaves out what an address cannot mean", () => {
  expect(parse("?sort=sideways&from=soon&to=20201")).toEqual(ALL);
  expect(parse("?sort=constructor")).toEqual(ALL);
});

it("knows whether anything is left out", () => {
  expect(filters({ ...ALL, sort: "title" })).toBe(false);
  expect(filters({ ...ALL, to: 2020 })).toBe(true);
});

it("tells numbers in words that agree", () => {
  const of = (total: number, whole = total) => ({ total, total_unfiltered: whole });
  expect(told(of(379), 25, false)).toBe("25 of 379 works shown");
  expect(told(of(1), 1, false)).toBe("1 work");
  expect(told(of(1, 47), 1, true)).toBe("1 of 47 works meets the filter");
  expect(told(of(0, 47), 0, true)).toBe("None of 47 works meets the filter");
  expect(told(of(60, 379), 25, true)).toBe("25 shown of 60 works that meet the filter, of 379 in all");
});
