import { describe, expect, it } from "vitest";
import { fromSlice, pin } from "../graph";
import { decode, encode, exploreAddress, panelAddress } from "./address";
import type { Slice, SliceNode } from "../api/types";
import type { Step } from "./types";

const EVERY: Step[] = [
  { do: "start", ids: ["acl:person/graham-neubig", "doi:10.1/a b%c,d+e&f=g#h"], budget: 32 },
  { do: "add", ids: ["何:宇雄"] },
  { do: "expand", id: "a:1", kind: "Institution", count: 10 },
  { do: "collapse", id: "a:1" },
  { do: "path", from: "a:1", to: "a:2", via: ["a:3"], not: ["a:4", "a:5=x"] },
  { do: "hide", ids: ["a:1", "a:2"] },
  { do: "only", ids: ["a:1"] },
  { do: "keep", ids: ["a:1", "a:2"] },
  { do: "show" },
  { do: "tidy" },
  { do: "pin", id: "a:1", x: -0.125, y: 1 },
  { do: "unpin", id: "a:1" },
  { do: "kinds", kinds: ["Person", "Paper"] },
  { do: "kinds", kinds: [] },
  { do: "years", from: 2018, to: null },
  { do: "topic", id: null },
  { do: "institution", id: "ror:1" },
  { do: "weight", papers: 3 },
  { do: "colour", by: "community" },
  { do: "size", by: "citations" },
  { do: "freeze", on: true },
  { do: "mark", ids: [] },
  { do: "mark", ids: ["a:1", "a:2"] },
  { do: "room", nodes: 800 },
];

describe("the address of a view", () => {
  it("is read as it was written, every step of it", () => {
    const recipe = { steps: EVERY, dataset: "17", selected: "doi:10.1/a b" };
    expect(decode(encode(recipe))).toEqual({ ...recipe, unknown: [], elsewhere: false });
  });

  it("can be read by people", () => {
    const address = exploreAddress(["acl:person/graham-neubig"], [{ do: "expand", id: "acl:person/graham-neubig", kind: "Person", count: 10 }, { do: "years", from: 2018, to: 2023 }], { dataset: "3" });
    expect(address).toBe("explore?start=acl:person/graham-neubig&expand=acl:person/graham-neubig+person+10&years=2018+2023&data=3");
    expect(exploreAddress([])).toBe("explore");
  });

  it("hands over where nodes of a picture were put", () => {
    const node = { id: "a:1", kind: "Person", label: "One", center: true, x: 0, y: 0 } as SliceNode;
    const slice = { center: ["a:1"], nodes: [node], edges: [], total: {}, rule: "", next: {} } as unknown as Slice;
    expect(panelAddress(pin("a:1", { x: 0.25, y: -0.5 })(fromSlice(slice)), 32)).toBe("explore?start=a:1+32&pin=a:1+0.25+-0.5");
  });

  it("names what it cannot read and keeps the rest", () => {
    const { steps, unknown } = decode("start=a:1&dance=a:2&expand=a:1+robot+10&years=20x8+-&constructor=&weight=2&pin=a:1&hide=a:%25zz");
    expect(steps.map((step) => step.do)).toEqual(["start", "weight"]);
    expect(unknown).toEqual(["dance=a:2", "expand=a:1 robot 10", "years=20x8 -", "constructor", "pin=a:1", "hide=a:%zz"]);
  });

  it("keeps no browser busy for hours, and says what it left out", () => {
    const many = decode(`start=a:1&${"expand=a:1+person+10&".repeat(9999)}data=7`);
    expect(many.steps).toHaveLength(2000);
    expect(many.dataset).toBe("7");
    expect(many.unknown).toEqual(["all after the first 2000, 8000 in number"]);
    expect(decode(`add=${"a:1+".repeat(5000)}a:1&mark=${"a:1+".repeat(5000)}a:1&expand=a:1+person+1000000000`).steps).toEqual([]);
  });
});
