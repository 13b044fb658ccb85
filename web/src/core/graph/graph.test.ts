import { describe, expect, it } from "vitest";
import { around, edgesBetween, expand, fromSlice, hoverEdge, isHidden, mark, neighbours, select, shown, stepBack, toggleKind } from ".";
import type { Kind, Neighbours, Slice, SliceEdge, SliceNode } from "../api/types";
import { freePlaces, separate } from "./place";
import { edgeSentence, namesakes, rows } from "./words";

const node = (id: string, kind: Kind, x = 0, y = 0, center = false): SliceNode => ({ id, kind, label: id, x, y, center, year: null, works: null, citations_graph: null, type: null, joint: null, weight: null });
const edge = (source: string, target: string, kind: SliceEdge["kind"], papers: number | null = null): SliceEdge => ({ source, target, kind, papers, first_year: 2018, last_year: 2023, basis: null, score: null });

const slice: Slice = {
  center: ["a1"],
  nodes: [node("a1", "Person", 0, 0, true), node("a2", "Person", 0.5, 0), node("a3", "Person", 0.5, 0), node("p1", "Paper", 0, 0.5)],
  edges: [edge("a1", "a2", "COAUTHORED", 7), edge("a1", "p1", "AUTHORED"), edge("a2", "p1", "AUTHORED")],
  shown: { Person: 3, Paper: 1 },
  total: { Person: 9, Paper: 1 },
  rule: "",
  next: { Person: "more" },
  dataset: "1",
};
const answer = (nodes: SliceNode[], edges: SliceEdge[]): Neighbours => ({ id: "a2", counts: { Person: 2 }, kind: "Person", nodes, edges, next: null, rule: "", dataset: "1" });

/** Points that look scattered but are the same every time. */
const spread = (count: number, salt: number) => Array.from({ length: count }, (_, i) => ({ x: Math.sin(i * 12.9898 + salt), y: Math.sin(i * 78.233 + salt * 2) }));

describe("the state of a picture", () => {
  it("opens with the slice, its centre first and every kind soon after", () => {
    const state = fromSlice(slice);
    expect([...state.nodes.values()].map((n) => n.rank)).toEqual([0, 1, 2, 3]);
    expect([...state.nodes.keys()].slice(0, 3)).toEqual(["a1", "a2", "p1"]);
    expect(shown(state)).toEqual({ Person: 2, Paper: 1, Topic: 0, Institution: 0 });
    expect(around(state)).toEqual({ Person: 8, Paper: 1, Topic: 0, Institution: 0 });
    expect(state.cursors.get("a1")).toEqual({ Person: "more" });
  });

  it("expands without moving what is placed, and adds nothing twice", () => {
    const before = fromSlice(slice);
    const after = expand("a2", answer([node("a3", "Person"), node("a4", "Person")], [edge("a2", "a4", "COAUTHORED", 1), edge("a4", "a9", "COAUTHORED", 1)]))(before);
    for (const [id, old] of before.nodes) expect(after.nodes.get(id)).toEqual(old);
    expect([...after.nodes.keys()]).toEqual(["a1", "a2", "p1", "a3", "a4"]);
    expect(after.edges.has("a2|COAUTHORED|a4")).toBe(true);
    expect(after.edges.has("a4|COAUTHORED|a9")).toBe(false);
    expect(after.cursors.get("a2")).toEqual({ Person: null });
  });

  it("hides a kind but never the centre, and lets go of a hidden selection", () => {
    const state = toggleKind("Person")(select("a2")(fromSlice(slice)));
    expect(isHidden(state, "a2")).toBe(true);
    expect(isHidden(state, "a1")).toBe(false);
    expect(state.selected).toBeNull();
    expect([...neighbours(state, "a1")]).toEqual(["p1"]);
    expect(toggleKind("Person")(state).hidden.size).toBe(0);
    expect(rows(state).map((n) => n.id)).toEqual(["a1", "p1"]);
  });

  it("selects only what is there, and keeps the state when nothing changes", () => {
    const state = fromSlice(slice);
    expect(select("nobody")(state)).toBe(state);
    expect(select(null)(state)).toBe(state);
  });

  it("steps back from what is chosen, one thing at a time", () => {
    let state = hoverEdge("a1|COAUTHORED|a2")(select("a2")(mark(["a2", "p1"])(fromSlice(slice))));
    const left = [1, 2, 3].map(() => {
      state = stepBack(state);
      return [state.hoveredEdge, state.selected, state.marked.size];
    });
    expect(left).toEqual([[null, "a2", 2], [null, null, 2], [null, null, 0]]);
    expect(stepBack(state)).toBe(state);
  });

  it("keeps few nodes close together", () => {
    const two = fromSlice({ ...slice, nodes: [node("p1", "Paper", 0, 0, true), node("a1", "Person", 0.9, 0.1)] });
    expect(two.nodes.get("a1")!.x).toBeLessThan(0.5);
  });

  it("tells topics of the same name apart, and only these", () => {
    const topic = (id: string, label: string): SliceNode => ({ ...node(id, "Topic", 0.3, 0), label });
    const state = fromSlice({ ...slice, nodes: [topic("t1", "Machine Learning"), topic("t2", "Machine Learning"), topic("t3", "Logic")] });
    expect([...namesakes(state)].sort()).toEqual(["t1", "t2"]);
  });

  it("says what an edge stands for", () => {
    const state = fromSlice(slice);
    expect(edgesBetween(state, "a2", "a1").map((e) => edgeSentence(state, e))).toEqual(["a1 and a2: 7 joint papers, 2018–2023"]);
  });
});

describe("places", () => {
  it("frees spots of overlap and leaves fixed ones alone", () => {
    const spots = separate([{ id: "a", x: 0, y: 0, fixed: true }, { id: "b", x: 0, y: 0, fixed: false }, { id: "c", x: 0.01, y: 0, fixed: false }], 0.1);
    expect(spots[0]).toMatchObject({ x: 0, y: 0 });
    for (let i = 0; i < 3; i++)
      for (let j = i + 1; j < 3; j++) expect(Math.hypot(spots[i]!.x - spots[j]!.x, spots[i]!.y - spots[j]!.y)).toBeGreaterThan(0.099);
  });

  it("finds free places near what is wished, keeps all apart, and is the same every time", () => {
    const placed = spread(60, 7);
    const wishes = spread(40, 11).map(({ x, y }) => ({ x: x / 4, y: y / 4 }));
    const places = freePlaces(placed, wishes, 0.12);
    expect(places).toEqual(freePlaces(placed, wishes, 0.12));
    for (const [i, a] of places.entries()) {
      for (const b of [...placed, ...places.slice(i + 1)]) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.0899);
      expect(Math.max(Math.abs(a.x), Math.abs(a.y))).toBeLessThanOrEqual(1);
    }
    const [alone] = freePlaces([], [{ x: 0.3, y: 0.3 }], 0.2);
    expect(Math.hypot(alone!.x - 0.3, alone!.y - 0.3)).toBeLessThan(0.1);
  });

  it("grows the frame for a crowd, and stays quick", () => {
    const began = performance.now();
    const places = freePlaces(spread(200, 3), spread(400, 5), 0.1);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(places).toHaveLength(400);
    expect(Math.max(...places.map((p) => Math.abs(p.x)))).toBeLessThan(2);
  });
});
