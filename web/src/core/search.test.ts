import { expect, it } from "vitest";
import type { Kind } from "./api/types";
import { grouped } from "./search";

const hit = (id: string, kind: Kind) => ({ id, kind, label: id, detail: null, score: 1 });

it("groups hits by kind, the kind of the best one first", () => {
  const groups = grouped([hit("p1", "Paper"), hit("a1", "Person"), hit("p2", "Paper")]);
  expect(groups.map((group) => [group.kind, group.hits.map((one) => one.id)])).toEqual([["Paper", ["p1", "p2"]], ["Person", ["a1"]]]);
});
