import { describe, expect, it } from "vitest";
import type { Evidence } from "../core/api/types";
import { titles } from "./tip";

const evidence = (count: number, total: number): Evidence => ({
  source: { id: "a1", kind: "Person", label: "A" },
  target: { id: "a2", kind: "Person", label: "B" },
  papers: Array.from({ length: count }, (_, i) => ({ id: `p${i}`, title: i ? `Title ${i} of $x^2$` : null, year: i ? 2020 : null, authors: 2 })),
  total,
  first_year: 2020,
  last_year: 2020,
  dataset: "1",
});

describe("the titles in a tip", () => {
  it("come with their years; what has no title is named by its id", () => {
    expect(titles(evidence(2, 2))).toEqual(["p0", expect.stringMatching(/^Title 1 of .*, 2020$/)]);
  });

  it("are few, and the rest is counted", () => {
    const lines = titles(evidence(6, 1240));
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toBe("and 1,234 more");
  });
});
