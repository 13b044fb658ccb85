import { describe, expect, it } from "vitest";
import type { Kind, SliceEdge, SliceNode } from "../api/types";
import { EMPTY, type GraphState, isHidden, KINDS, mark, narrow, pin, toggleKind } from "../graph";
import { decode, encode } from "./address";
import { createExplorer } from "./explorer";
import { layOut, type Plan } from "../../graph/layout";
import { LAYOUT, play } from "./perform";
import type { Step } from "./types";

/** A small world: person a1 knows a2…a30, every second wrote p<n> with a1; b1 and b2 are joined by c1. */
const FACTS = { year: null, works: 1, citations_graph: null, type: null, joint: null, weight: null };
const node = (id: string, i = 0): SliceNode => ({ id, kind: id.startsWith("p") ? "Paper" : "Person", label: id.toUpperCase(), x: Math.cos(i), y: Math.sin(i), center: false, ...FACTS, year: id.startsWith("p") ? 2000 + i : null });
const PEOPLE = Array.from({ length: 29 }, (_, i) => `a${i + 2}`);
const PAPERS = Array.from({ length: 15 }, (_, i) => `p${i + 1}`);
const edge = (source: string, target: string, kind: SliceEdge["kind"], papers: number | null = null): SliceEdge => ({ source, target, kind, papers, first_year: 2001, last_year: 2010, basis: null, score: null });
const EDGES = [
  ...PEOPLE.map((id, i) => edge("a1", id, "COAUTHORED", 1 + (i % 4))),
  ...PAPERS.flatMap((id, i) => [edge("a1", id, "AUTHORED"), edge(PEOPLE[i * 2]!, id, "AUTHORED")]),
  edge("b1", "c1", "COAUTHORED", 2),
  edge("c1", "b2", "COAUTHORED", 2),
];
const among = (ids: string[]): SliceEdge[] => EDGES.filter((each) => ids.includes(each.source) && ids.includes(each.target));

function world(question: string): unknown {
  if (question.startsWith(LAYOUT)) return layOut(JSON.parse(question.slice(LAYOUT.length)) as Plan);
  const [url = "", body] = [question.split(" ")[0], question.includes(" ") ? (JSON.parse(question.slice(question.indexOf(" ") + 1)) as { seeds?: string[]; ids?: string[]; budget?: number }) : {}];
  const [path = "", query] = url.split("?");
  const params = new URLSearchParams(query);
  if (path === "api/slice") {
    const seeds = body.seeds ?? [];
    const around = seeds[0] === "a1" && body.budget === undefined ? ["a2", "a3", "p1", "p2"] : [];
    return { center: seeds, nodes: [...seeds.map((id) => ({ ...node(id), center: true })), ...around.map(node)], edges: among([...seeds, ...around]), shown: {}, total: { Person: 30, Paper: 15 }, rule: "", next: {}, dataset: "7" };
  }
  if (path === "api/edges") return { edges: among(body.ids ?? []), dataset: "7" };
  if (path === "api/paths") return { source: { label: "B1" }, target: { label: "B2" }, items: [{ people: ["b1", "c1", "b2"].map((id) => ({ id })), hops: [{ papers: [] }, { papers: [{ id: "p1" }] }], length: 2 }], rule: "", reason: null };
  const id = decodeURIComponent(path.split("/")[2]!);
  const kind = params.get("kind") as Kind;
  const all = id !== "a1" ? [] : kind === "Person" ? PEOPLE : PAPERS;
  const [from, limit] = [Number(params.get("after") ?? 0), Number(params.get("limit"))];
  const found = all.slice(from, from + limit);
  return { id, counts: {}, kind, nodes: found.map(node), edges: among([id, ...found]), next: from + limit < all.length ? String(from + limit) : null, rule: "", dataset: "7" };
}

const REST = { dataset: null, selected: null, unknown: [], elsewhere: false };

/** What a picture shows, apart from what the pointer does. */
const seen = (state: GraphState) => ({ ...state, hovered: null, hoveredEdge: null, selected: null });

/** Numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 7919 + 1;
  return (sides) => (state = (state * 48271) % 2147483647) % sides;
}

function anyStep(roll: (sides: number) => number): Step {
  const id = ["a1", "a2", "a3", "a7", "p1"][roll(5)]!;
  const kind = KINDS[roll(2)]!;
  const steps: Step[] = [
    { do: "expand", id: "a1", kind, count: 1 + roll(12) },
    { do: "add", ids: [["b1", "p9", "a9"][roll(3)]!] },
    { do: "path", from: "b1", to: "b2", via: [], not: [] },
    { do: "collapse", id },
    { do: "hide", ids: [id] },
    { do: "only", ids: [id] },
    { do: "keep", ids: ["a1", id] },
    { do: "show" },
    { do: "pin", id: "a2", x: roll(1000) / 1000, y: 0.5 },
    { do: "unpin", id: "a2" },
    { do: "tidy" },
    { do: "kinds", kinds: KINDS.slice(roll(2), 2 + roll(3)) },
    { do: "years", from: 2000 + roll(5), to: null },
    { do: "weight", papers: 1 + roll(4) },
    { do: "colour", by: "year" },
    { do: "size", by: "works" },
    { do: "freeze", on: roll(2) === 0 },
    { do: "mark", ids: [id] },
    { do: "room", nodes: 5 + roll(30) },
  ];
  return steps[roll(steps.length)]!;
}

describe("a view and its steps", () => {
  const asked: string[] = [];
  const ask = async (question: string): Promise<unknown> => {
    asked.push(question);
    return structuredClone(world(question));
  };

  it("is the same after any steps and their undoing, and after redoing them; neither asks anything", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const roll = dice(seed);
      const explorer = createExplorer(ask);
      await explorer.act({ do: "start", ids: ["a1"] });
      const views = [seen(explorer.graph.get())];
      for (let i = 0; i < 12; i++) {
        const before = explorer.session.get().at;
        await explorer.act(anyStep(roll));
        if (explorer.session.get().at > before) views.push(seen(explorer.graph.get()));
        else views[views.length - 1] = seen(explorer.graph.get());
      }
      const questions = asked.length;
      for (let at = views.length; at >= 1; at--) {
        explorer.jump(at);
        expect(seen(explorer.graph.get())).toEqual(views[at - 1]);
      }
      explorer.jump(0);
      expect(explorer.graph.get()).toEqual(EMPTY);
      for (let at = 1; at <= views.length; at++) {
        explorer.jump(at);
        expect(seen(explorer.graph.get())).toEqual(views[at - 1]);
      }
      expect(asked.length).toBe(questions);
    }
  });

  it("comes out the same when its address is opened", async () => {
    for (let seed = 31; seed <= 60; seed++) {
      const roll = dice(seed);
      const made = createExplorer(ask);
      await made.act({ do: "start", ids: ["a1"] });
      for (let i = 0; i < 10; i++) await made.act(anyStep(roll));
      const opened = createExplorer(ask);
      await opened.open(decode(encode(made.recipe())));
      expect(opened.session.get().skipped).toEqual([]);
      expect(opened.recipe()).toEqual(made.recipe());
      expect(seen(opened.graph.get())).toEqual(seen(made.graph.get()));
    }
  });

  it("hears what is done by hand, and takes a setting repeated as one step", async () => {
    const explorer = createExplorer(ask);
    await explorer.act({ do: "start", ids: ["a1"] });
    for (const from of [2001, 2002, 2003]) explorer.graph.update(narrow({ from }));
    explorer.graph.update(toggleKind("Topic"));
    explorer.graph.update(pin("a2", { x: 0.12345, y: 1 }));
    explorer.graph.update(mark(["a2"]));
    expect(explorer.recipe().steps.slice(1)).toEqual([
      { do: "years", from: 2003, to: null },
      { do: "kinds", kinds: ["Person", "Paper", "Institution"] },
      { do: "pin", id: "a2", x: 0.123, y: 1 },
      { do: "mark", ids: ["a2"] },
    ]);
    explorer.jump(1);
    expect(explorer.graph.get().filter.from).toBeNull();
    explorer.graph.update(mark(["a3"]));
    expect(explorer.recipe().steps.map((step) => step.do)).toEqual(["start", "mark"]);
  });

  it("adds the next ten that are not there yet, and all edges among what is shown", async () => {
    const explorer = createExplorer(ask);
    await explorer.act({ do: "start", ids: ["a1"] });
    await explorer.act({ do: "expand", id: "a1", kind: "Person", count: 10 });
    expect(explorer.session.get().says).toBe("Added 10 people; 2 were already here.");
    expect(explorer.graph.get().edges.has("a1|COAUTHORED|a13")).toBe(true);
    await explorer.act({ do: "collapse", id: "a1" });
    expect([...explorer.graph.get().nodes.keys()].sort()).toEqual(["a1", "a2", "a3", "p1", "p2"]);
  });

  it("groups what is over the room, never the start nor what is marked", async () => {
    const explorer = createExplorer(ask);
    await explorer.open({ steps: [{ do: "start", ids: ["a1"] }, { do: "expand", id: "a1", kind: "Person", count: 20 }, { do: "mark", ids: ["a20"] }, { do: "room", nodes: 6 }], ...REST });
    const state = explorer.graph.get();
    expect([...state.nodes.keys()].filter((id) => !isHidden(state, id))).toHaveLength(6);
    expect(isHidden(state, "a1") || isHidden(state, "a20")).toBe(false);
    expect(state.grouped.size).toBe(state.nodes.size - 6);
  });

  it("leaves out a step that cannot be done and says why, and does the rest", async () => {
    const explorer = createExplorer(ask);
    await explorer.open({ steps: [{ do: "start", ids: ["a1"] }, { do: "expand", id: "zz", kind: "Person", count: 10 }, { do: "colour", by: "year" }], ...REST, selected: "a2" });
    expect(explorer.session.get().skipped).toEqual(["“+10 people around zz”: The node to expand is not in the picture."]);
    expect(explorer.graph.get().look.colour).toBe("year");
    expect(explorer.graph.get().selected).toBe("a2");
  });

  it("gives the same picture for the same answers", async () => {
    const step: Step = { do: "path", from: "b1", to: "b2", via: [], not: [] };
    const [one, two] = await Promise.all([play(EMPTY, step, ask), play(EMPTY, step, ask)]);
    expect(one).toEqual(two);
    expect([...one.state.marked].sort()).toEqual(["b1", "b2", "c1", "p1"]);
  });
});
