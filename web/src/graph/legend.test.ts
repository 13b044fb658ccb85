import { describe, expect, it } from "vitest";
import type { Kind } from "../core/api/types";
import { EMPTY, type GraphEdge, type GraphNode, type GraphState, toggleKind } from "../core/graph";
import { communitiesOf } from "./communities";
import { legendOf, sizeLegendOf } from "./legend";
import { radius } from "./sizes";
import { tintOf, yearsOf } from "./tints";
import { widthLegendOf } from "./widths";

const node = (id: string, rank: number, facts: Partial<GraphNode> = {}): GraphNode => ({ id, kind: "Person" as Kind, label: id, x: 0, y: 0, center: false, year: null, works: null, citations_graph: null, type: null, joint: null, weight: null, rank, ...facts });
const edge = (source: string, target: string, papers = 1): GraphEdge => ({ source, target, kind: "COAUTHORED", papers, first_year: null, last_year: null, basis: null, score: null, key: `${source}|COAUTHORED|${target}` });

/** Three cliques of different sizes, all tied to one centre, and one node that only the centre knows. */
function ego(reversed = false): GraphState {
  const cliques = [["a1", "a2", "a3", "a4", "a5"], ["b1", "b2", "b3", "b4"], ["c1", "c2", "c3"]];
  const ids = [...cliques.flat(), "lone"];
  const inner = cliques.flatMap((ids) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => edge(a, b, 2))));
  const edges = [...inner, ...ids.map((id) => edge("ego", id, id.startsWith("b") ? 9 : 1))];
  const nodes = [node("ego", 0, { center: true }), ...ids.map((id, i) => node(id, i + 1))];
  if (reversed) [nodes, edges].forEach((list) => list.reverse());
  return { ...EMPTY, nodes: new Map(nodes.map((n) => [n.id, n])), edges: new Map(edges.map((e) => [e.key, e])), look: { colour: "community", size: "own" } };
}

describe("communities", () => {
  it("finds the groups behind a centre that knows everybody, the largest first", () => {
    const { of, tops } = communitiesOf(ego());
    expect(tops.map((top) => top.id)).toEqual(["a1", "b1", "c1"]);
    expect([of.get("a5"), of.get("b4"), of.get("c3"), of.get("lone")]).toEqual([0, 1, 2, undefined]);
    expect(of.get("ego")).toBe(1);
  });

  it("are the same in whatever order the picture came about", () => {
    expect([...communitiesOf(ego(true)).of].sort()).toEqual([...communitiesOf(ego()).of].sort());
  });

  it("are named in the legend, with what is shown of each", () => {
    const { items } = legendOf(ego());
    expect(items.map(({ label, count }) => [label, count])).toEqual([["a1 et al.", 5], ["b1 et al.", 5], ["c1 et al.", 3], ["smaller ones and none", 1]]);
    expect(new Set(items.map(({ colour }) => colour)).size).toBe(4);
    expect(items[2]!.filter).toEqual({ ids: ["c1", "c2", "c3"] });
    expect(legendOf({ ...EMPTY, look: { colour: "community", size: "own" } }).items).toEqual([]);
  });
});

describe("years", () => {
  const papers = (...years: (number | null)[]): GraphState => ({ ...EMPTY, look: { colour: "year", size: "own" }, nodes: new Map(years.map((year, i) => [`p${i}`, node(`p${i}`, i, { kind: "Paper", year })])) });

  it("share at most six colours, the newest the strongest, and every year has one", () => {
    for (const state of [papers(2020), papers(1999, 2024), papers(2018, 2019, 2020), papers(1950, 2024, 1987)]) {
      const spans = yearsOf(state);
      expect(spans.length).toBeLessThanOrEqual(6);
      expect(spans.at(-1)!.tint).toBe("year-6");
      expect(new Set(spans.map(({ tint }) => tint)).size).toBe(spans.length);
      for (const each of state.nodes.values()) expect(tintOf(state, each)).not.toBe("rest");
      for (const [i, each] of spans.slice(1).entries()) expect(each.first).toBe(spans[i]!.last + 1);
    }
  });

  it("say what has none", () => {
    expect(legendOf(papers(2020, null)).items.map(({ label, count }) => [label, count])).toEqual([["2020", 1], ["year not imported", 1]]);
  });
});

describe("the other legends", () => {
  it("count the kinds that are shown, and keep a hidden one to be shown again", () => {
    const state = { ...ego(), look: { colour: "kind", size: "own" } as const, nodes: new Map([...ego().nodes, ["t", node("t", 99, { kind: "Topic" })]]) };
    expect(legendOf(toggleKind("Topic")(state)).items.map(({ label, count }) => [label, count])).toEqual([["People", 14], ["Topics", 0]]);
  });

  it("give examples of sizes and widths", () => {
    const state: GraphState = { ...ego(), look: { colour: "kind", size: "weight" } };
    const { items } = sizeLegendOf(state);
    expect(items.map((item) => item.radius)).toEqual([...items.map((item) => item.radius)].sort((a, b) => a - b));
    expect(radius(state, state.nodes.get("ego")!)).toBe(items.at(-1)!.radius);
    expect(widthLegendOf(state).map(({ label }) => label)).toEqual(["1 joint paper", "5 joint papers", "9 joint papers"]);
    expect(sizeLegendOf({ ...state, look: { colour: "kind", size: "own" } }).items).toEqual([]);
  });
});
