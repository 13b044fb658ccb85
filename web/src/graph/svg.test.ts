import { describe, expect, it } from "vitest";
import type { Kind } from "../core/api/types";
import { EMPTY, type GraphEdge, type GraphNode, type GraphState, hover, select, toggleKind } from "../core/graph";
import { isHidden } from "../core/graph";
import type { Palette, Rgb } from "./palette";
import { overlap } from "./placement";
import { sceneOf, type View } from "./scene";
import { escaped, toSvg } from "./svg";
import { TINTS } from "./tints";

const HOSTILE = `<script>alert("1")</script> & 'two' ]]> \u0000\u0007 \ud800 שלום 语言 $x^2$`;
const KINDS: Kind[] = ["Person", "Paper", "Topic", "Institution"];
const grey = (i: number): Rgb => [i, i, i];
const PALETTE: Palette = { tint: Object.fromEntries(TINTS.map((tint, i) => [tint, grey(i * 9)])) as Palette["tint"], surface: [255, 255, 255], ink: [0, 0, 0], edge: grey(200), quiet: grey(90), accent: [200, 0, 0], font: `"Inter", sans-serif` };
const VIEW: View = { width: 900, height: 600, title: HOSTILE, provenance: "From a source, 2024. ".repeat(20), measure: (text, size) => text.length * size * 0.55 };

const node = (i: number): GraphNode => ({ id: `n${i}`, kind: KINDS[i % 4]!, label: i % 5 ? `Name ${i}` : HOSTILE, x: Math.sin(i * 12.9), y: Math.sin(i * 78.2), center: i === 0, year: 2000 + i, works: i, citations_graph: null, type: null, joint: i, weight: null, rank: i });
const edge = (i: number): GraphEdge => ({ source: "n0", target: `n${i}`, kind: i % 4 ? "AUTHORED" : "COAUTHORED", papers: i, first_year: 2000, last_year: 2001, basis: null, score: null, key: `e${i}` });

function state(count: number): GraphState {
  const nodes = Array.from({ length: count }, (_, i) => node(i));
  const edges = Array.from({ length: count - 1 }, (_, i) => edge(i + 1));
  return { ...EMPTY, center: ["n0"], nodes: new Map(nodes.map((n) => [n.id, n])), edges: new Map(edges.map((e) => [e.key, e])) };
}

/** The names of the elements of well-formed XML, in order; throws where it is not. */
function elements(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const text = xml.replace(/<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<]*")*)(\/?)>/g, (_, closes: string, name: string, __, ends: string) => {
    if (closes) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      names.push(name);
      if (!ends) open.push(name);
    }
    return "";
  });
  if (open.length) throw new Error(`<${open.at(-1)}> is not closed`);
  if (/[<>]|&(?!(amp|lt|gt|quot|#39);)|[\u0000-\u0008]|\p{Surrogate}/u.test(text)) throw new Error(`bare marks in: ${/.{0,40}[<>&].{0,40}/.exec(text)?.[0]}`);
  return names;
}

describe("toSvg", () => {
  it("is well-formed, whatever the names are", () => {
    const names = elements(toSvg(state(30), PALETTE, VIEW));
    expect(names.slice(0, 3)).toEqual(["svg", "title", "desc"]);
    expect(names).not.toContain("script");
    expect(() => elements("<svg><g></svg>")).toThrow();
    expect(() => elements("<svg>a & b</svg>")).toThrow();
  });

  it("has every node and edge that is shown, and none that is not", () => {
    for (const given of [state(30), toggleKind("Topic")(state(30)), state(1)]) {
      const svg = toSvg(given, PALETTE, VIEW);
      const shown = [...given.nodes.keys()].filter((id) => !isHidden(given, id));
      expect([...svg.matchAll(/data-id="(n\d+)"/g)].map((m) => m[1])).toEqual(shown);
      const edges = [...given.edges.values()].filter((e) => !isHidden(given, e.source) && !isHidden(given, e.target));
      expect([...svg.matchAll(/<line[^>]*><title>/g)]).toHaveLength(edges.length);
    }
  });

  it("says what is in it, what colours mean, and where it comes from, inside the paper", () => {
    const { marks, width, height, says } = sceneOf({ ...state(40), look: { colour: "year", size: "works" } }, PALETTE, VIEW);
    expect(says).toContain("40 nodes, 39 edges. From a source");
    const texts = marks.filter((mark) => mark.mark === "text");
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(["2033–2039 (7)", "Works", "20 joint papers", expect.stringContaining("From a source, 2024.")]));
    for (const { x, y, text, size } of texts) expect(x >= 0 && x + text.length * size * 0.55 <= width + 1 && y > 0 && y <= height).toBe(true);
  });

  it("lets no label cover another, and is the same whatever is under the pointer", () => {
    const { marks } = sceneOf(state(60), PALETTE, VIEW);
    const boxes = marks.flatMap((m) => (m.mark === "text" && m.halo ? [{ left: m.x, right: m.x + m.text.length * m.size * 0.55, top: m.y - 8, bottom: m.y + 8 }] : []));
    expect(boxes.length).toBeGreaterThan(10);
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    expect(toSvg(hover("n3")(select("n2")(state(60))), PALETTE, VIEW)).toBe(toSvg(state(60), PALETTE, VIEW));
  });

  it("escapes", () => {
    expect(escaped(`<a & "b" 'c'>\u0000\ud800`)).toBe("&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;\ufffd");
  });
});
