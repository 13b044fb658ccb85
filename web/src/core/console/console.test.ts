import { describe, expect, it } from "vitest";
import { consoleAddress, readDraft } from "./address";
import { explorerAddress, explorerAddressOf, fileOf, find, idsIn } from "./found";
import { type Past, withPast } from "./history";
import { fieldOf, fieldOfKind, parameters, valueOf } from "./params";
import { ended } from "./rows";
import { compare, textOf } from "./values";

const node = (element: string, label: string, id: string, more = {}) => ({ $node: { element, labels: [label], properties: { id, ...more } } });
const edge = (element: string, type: string, source: string, target: string, properties = {}) => ({ $edge: { element, type, source, target, properties } });

describe("addresses", () => {
  it("hold a query with its parameters and give it back", () => {
    const draft = { text: "MATCH (p:Person {id: $id})\nRETURN p.name + '100%' // #1 & more", params: { id: "x:é/1", list: [1, null] } };
    expect(readDraft(consoleAddress(draft).split("#")[1]!)).toEqual(draft);
    expect(consoleAddress({ text: " ", params: { a: 1 } })).toBe("console");
  });

  it("give the query of a link whose end was lost", () => {
    expect(readDraft("query=RETURN+1&params=%7B%22a")).toEqual({ text: "RETURN 1", params: {} });
    expect(readDraft("params=[1]")).toEqual({ text: "", params: {} });
  });
});

describe("parameters", () => {
  it("are found outside strings, names and comments, once each", () => {
    expect(parameters("MATCH (n {a: $b, c: '$d', `$e`: \"$f\"}) // $g\n/* $h */ RETURN $b + $ä_1")).toEqual(["b", "ä_1"]);
  });

  it("are typed values, back and forth", () => {
    for (const value of ["a", "", 1, -1.5, true, false, null, ["a", 1], { a: 1 }, { $int: "9007199254740993" }, { $float: "1.0" }, { $date: "2024-02-29" }]) {
      expect(valueOf(fieldOf(value))).toEqual(value);
    }
  });

  it("say what is wrong with them", () => {
    expect(() => valueOf({ type: "number", word: "" })).toThrow("must be a number");
    expect(() => valueOf({ type: "json", word: "[" })).toThrow("must be JSON");
  });

  it("begin with their example or with their kind", () => {
    expect(fieldOfKind("int", 5)).toEqual({ type: "number", word: "5" });
    expect(fieldOfKind("list of string", null)).toEqual({ type: "json", word: "[]" });
    expect(fieldOfKind("string?", undefined)).toEqual({ type: "null", word: "" });
    expect(fieldOfKind("date", "2024-02-29")).toEqual({ type: "json", word: '{"$date":"2024-02-29"}' });
  });
});

describe("values", () => {
  it("are one line of text each", () => {
    expect(textOf(node("1", "Paper", "p1", { title: "A title" }))).toBe("A title");
    expect(textOf(edge("9", "CITES", "1", "2"))).toBe(":CITES");
    expect(textOf([{ $date: "2024-02-29" }, null, { a: [true] }])).toBe("[2024-02-29, null, {a: [true]}]");
    expect(textOf({ $int: "9007199254740993" })).toBe("9007199254740993");
  });

  it("have an order: numbers, text, nothing", () => {
    expect([null, "b", 10, "a", { $int: "9007199254740993" }, 9].sort(compare)).toEqual([9, 10, { $int: "9007199254740993" }, "a", "b", null]);
  });
});

describe("the graph of a result", () => {
  const [a, p, t] = [node("1", "Person", "p:a", { name: "a" }), node("2", "Paper", "w:1", { title: "One", year: 2020 }), node("3", "Topic", "t:x")];
  const rows = [
    [a, edge("10", "AUTHORED", "1", "2"), [p, { deep: t }]],
    [a, edge("11", "CITES", "2", "99"), { $path: { nodes: [(p as never)["$node"], (t as never)["$node"]], edges: [(edge("12", "HAS_TOPIC", "2", "3", { score: 0.5 }) as never)["$edge"]] } }],
  ];

  it("is found wherever it stands, each node and edge once", () => {
    const found = find(rows);
    expect(found.nodes.map((each) => each.id)).toEqual(["p:a", "w:1", "t:x"]);
    expect(found.edges.map((each) => each.kind)).toEqual(["AUTHORED", "HAS_TOPIC"]);
    expect(found.loose).toBe(1);
    expect(find([["x", 1, { $node: { element: "5", labels: ["Dataset"], properties: { id: "dataset" } } }]]).nodes).toEqual([]);
  });

  it("opens in the explorer as it is", () => {
    expect(explorerAddress(find(rows))).toBe("explore?start=p:a+w:1+2&add=t:x");
    expect(explorerAddress(find([[t]]))).toBe("explore?start=t:x+1");
  });

  it("may be no more than ids in columns named so", () => {
    const ids = idsIn(["a_id", "name", "id"], [["p:a", "x:y", null], ["p:a", "", "w:1"], ["no id", "", 7]]);
    expect(ids).toEqual(["p:a", "w:1"]);
    expect(explorerAddressOf(ids)).toBe("explore?start=p:a+1&add=w:1");
  });

  it("is sent as a file with what is known of it", () => {
    const file = fileOf(find(rows));
    expect(file.nodes[1]).toMatchObject({ id: "w:1", kind: "Paper", label: "One", year: 2020, works: null });
    expect(file.edges[1]).toMatchObject({ source: "w:1", target: "t:x", kind: "HAS_TOPIC", score: 0.5, papers: null });
  });
});

it("keeps a query once in the history, the newest first", () => {
  const past = (text: string, at: string): Past => ({ text, params: {}, at });
  const after = withPast(past("a", "3"))(withPast(past("b", "2"))([past("a", "1")]));
  expect(after.map((each) => [each.text, each.at])).toEqual([["a", "3"], ["b", "2"]]);
});

it("takes the last line off JSON Lines and tells how they ended", async () => {
  const lines = async (text: string) => {
    const { rows, told } = await ended(new Blob([text]));
    return [await rows.text(), told];
  };
  expect(await lines('{"é":1}\n{"$end":{"rows":1,"cut":null}}\n')).toEqual(['{"é":1}\n', "Saved 1 row."]);
  expect(await lines('{"x":1}\n{"$error":{"detail":"Too long."}}\n')).toEqual(['{"x":1}\n', "The file ends early: Too long."]);
  expect((await lines('{"x":1}\n{"x"'))[1]).toContain("broke off");
});
