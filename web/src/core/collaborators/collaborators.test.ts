import { describe, expect, it } from "vitest";
import { DEFAULT, rank, weight } from ".";
import type { Collaborator, PaperRef } from "../api/types";

const paper = (year: number | null, authors: number | null): PaperRef => ({ id: `p${year}-${authors}`, title: null, year, authors });

const tie = (label: string, papers: PaperRef[]): Collaborator => ({
  person: { id: label, kind: "Person", label },
  score: 0,
  close: false,
  joint_papers: papers,
  joint: papers.length,
  first_year: null,
  last_year: null,
  shared_topics: [],
});

describe("weight", () => {
  it("halves per half-life and divides by the root of the others", () => {
    expect(weight([paper(2024, 5)], 2024, DEFAULT)).toBeCloseTo(1 / 2);
    expect(weight([paper(2023, 5)], 2024, DEFAULT)).toBeCloseTo(1 / 4);
    expect(weight([paper(2022, 2)], 2024, { ...DEFAULT, halfLife: 2 })).toBeCloseTo(1 / 2);
  });

  it("gives nothing for papers by one author or, with a decay, without a year", () => {
    expect(weight([paper(2024, 1)], 2024, DEFAULT)).toBe(0);
    expect(weight([paper(null, 2)], 2024, DEFAULT)).toBe(0);
  });

  it("is Newman's without decay, and the plain count", () => {
    const papers = [paper(1990, 3), paper(2024, 5)];
    expect(weight(papers, 2024, { ...DEFAULT, order: "newman" })).toBeCloseTo(1 / 2 + 1 / 4);
    expect(weight(papers, 2024, { ...DEFAULT, order: "count" })).toBe(2);
  });
});

describe("rank", () => {
  const often = tie("often", [paper(2015, 2), paper(2016, 2), paper(2017, 2)]);
  const lately = tie("lately", [paper(2024, 2)]);

  it("puts the recent before the frequent, and turns with the order", () => {
    expect(rank([often, lately], 2024, DEFAULT).map((item) => item.collaborator.person.id)).toEqual(["lately", "often"]);
    expect(rank([often, lately], 2024, { ...DEFAULT, order: "count" })[0]?.collaborator.person.id).toBe("often");
  });

  it("measures shares against the strongest, and survives an empty list", () => {
    expect(rank([often, lately], 2024, { ...DEFAULT, order: "count" }).map((item) => item.share)).toEqual([1, 1 / 3]);
    expect(rank([], 2024, DEFAULT)).toEqual([]);
  });
});
