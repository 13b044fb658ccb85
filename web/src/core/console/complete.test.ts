import { expect, it } from "vitest";
import type { GraphSchema, NamedQuery } from "../api/types";
import { offersAt } from "./complete";

const property = (name: string) => ({ name, types: ["STRING"], have: 1, example: "x" });
const schema: GraphSchema = {
  nodes: [
    { name: "Person", number: 5, sample: 5, properties: [property("name")] },
    { name: "Paper", number: 9, sample: 9, properties: [property("title")] },
  ],
  edges: [{ name: "AUTHORED", source: "Person", target: "Paper", number: 7, sample: 7, properties: [property("position")] }],
  dataset: "1",
};
const queries: NamedQuery[] = [{ name: "strongest_pairs", group: "examples", purpose: "Pairs.", params: [], returns: ["a"], why: null, text: "RETURN 1" }];

/** What is offered at the `|` of a text. */
const offered = (marked: string, asked = false): string[] | null => {
  const at = marked.indexOf("^");
  return offersAt(marked.replace("^", ""), at, schema, queries, asked)?.offers.map((offer) => offer.label) ?? null;
};

it("offers labels for nodes and types for edges", () => {
  expect(offered("MATCH (p:Pe^")).toEqual(["Person", "Paper"]);
  expect(offered("MATCH (p)-[:^")).toEqual(["AUTHORED"]);
  expect(offered("MATCH (p)-[r]->(q:^")).toEqual(["Person", "Paper"]);
});

it("offers the properties of what a variable is, or all", () => {
  expect(offered("MATCH (p:Person) RETURN p.^")).toEqual(["name"]);
  expect(offered("MATCH ()-[r:AUTHORED]->() RETURN r.pos^")).toEqual(["position"]);
  expect(offered("MATCH (x) RETURN x.^")).toEqual(["name", "title", "position"]);
});

it("offers the parameters that the query has elsewhere", () => {
  expect(offered("MATCH (p {id: $id}) RETURN $^")).toEqual(["id"]);
});

it("offers named queries at the beginning, words elsewhere, and nothing unasked", () => {
  expect(offered("str^")).toContain("strongest_pairs");
  expect(offered("MATCH (person) RETURN per^")).toContain("person");
  expect(offered("MATCH (p) RETURN s^")).not.toContain("strongest_pairs");
  expect(offered("MATCH (p) ^")).toBeNull();
  expect(offered("MATCH (p) ^", true)).toContain("RETURN");
});
