import { plural } from "../core/format";
import { type GraphEdge, type GraphNode, type GraphState, isEdgeHidden, isHidden } from "../core/graph";
import { edgeSentence, namesakes, nodeFacts } from "../core/graph/words";
import { plainMath } from "../core/math";
import { edgeLook, nodeLook } from "./appearance";
import { type Legend, legendOf, sizeLegendOf } from "./legend";
import { labelBudget, labelText, longestIn, mustBeRead, SIZE, sizeOf, wanted, weightOf } from "./names";
import { css, type Palette } from "./palette";
import { placeLabels, type Wish } from "./placement";
import { SHAPES } from "./shapes";
import { radius } from "./sizes";
import { widthLegendOf } from "./widths";

/** What a picture on paper needs beside the state: its size in pixels, its words, and how wide a text is. */
export interface View {
  width: number;
  height: number;
  title: string;
  /** Where the data came from, and when. */
  provenance: string;
  measure: (text: string, size: number, weight: number) => number;
}

export type Mark =
  | { mark: "line"; x1: number; y1: number; x2: number; y2: number; colour: string; width: number; dashed: boolean; says: string }
  | { mark: "sign"; x: number; y: number; radius: number; node: GraphNode | null; kind: keyof typeof SHAPES; colour: string; rim: string; ring: string; says: string }
  | { mark: "text"; x: number; y: number; text: string; size: number; weight: number; colour: string; halo: string };

/** A picture as a list of marks, in the order in which they are drawn. */
export interface Scene {
  width: number;
  height: number;
  title: string;
  says: string;
  font: string;
  background: string;
  marks: Mark[];
}

const PAD = 44;
const LINE = 22;
const GAP = 18;

/** The whole picture as it is at rest, whatever the reader looks at just now, with its legend and where it comes from. */
export function sceneOf(given: GraphState, palette: Palette, view: View): Scene {
  const state = { ...given, hovered: null, hoveredEdge: null, selected: null };
  const nodes = [...state.nodes.values()].filter((node) => !isHidden(state, node.id));
  const edges = [...state.edges.values()].filter((edge) => !isEdgeHidden(state, edge));
  const at = projection(nodes, view);
  const foot = footOf(state, palette, view);
  return {
    width: view.width,
    height: view.height + foot.height,
    title: view.title,
    says: `${plural(nodes.length, "node")}, ${plural(edges.length, "edge")}. ${view.provenance}`,
    font: palette.font,
    background: css(palette.surface),
    marks: [...edges.map((edge) => line(state, edge, palette, at)), ...nodes.map((node) => sign(state, node, palette, at)), ...labels(state, nodes, palette, view, at), ...foot.marks],
  };
}

type Projection = (node: GraphNode) => { x: number; y: number };

/** The frame of the drawing on the paper; more of it where nodes stand outside. */
function projection(nodes: readonly GraphNode[], { width, height }: View): Projection {
  const reach = Math.max(1, ...nodes.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  return ({ x, y }) => ({ x: width / 2 + (x / reach) * (width / 2 - PAD), y: height / 2 - (y / reach) * (height / 2 - PAD) });
}

const CALM = { of: () => 0 };

function line(state: GraphState, edge: GraphEdge, palette: Palette, at: Projection): Mark {
  const [a, b] = [at(state.nodes.get(edge.source)!), at(state.nodes.get(edge.target)!)];
  const { color, size, dashed } = edgeLook(state, edge, palette, CALM, null);
  return { mark: "line", x1: a.x, y1: a.y, x2: b.x, y2: b.y, colour: color!, width: size!, dashed: Boolean(dashed), says: edgeSentence(state, edge) };
}

function sign(state: GraphState, node: GraphNode, palette: Palette, at: Projection): Mark {
  const { color, ring } = nodeLook(state, node, palette, CALM);
  const says = [plainMath(node.label), ...nodeFacts(node)].join(" · ");
  return { mark: "sign", ...at(node), radius: radius(state, node), node, kind: node.kind, colour: color!, rim: css(palette.surface), ring: ring ?? "", says };
}

function labels(state: GraphState, nodes: readonly GraphNode[], palette: Palette, view: View, at: Projection): Mark[] {
  const ambiguous = namesakes(state);
  const text = (node: GraphNode): string => labelText(node, longestIn(view.width, nodes.length), ambiguous);
  const wish = (node: GraphNode): Wish => ({ id: node.id, ...at(node), radius: radius(state, node) + (node.center ? 4 : 1), width: view.measure(text(node), sizeOf(node), weightOf(node, state)), height: SIZE + 4, must: mustBeRead(node, state) });
  const bounds = { left: 4, top: 4, right: view.width - 4, bottom: view.height - 4 };
  const wishes = wanted(nodes, state, null).map(wish);
  return placeLabels(wishes, wishes, bounds, labelBudget(view.width, view.height)).map(({ id, box }) => {
    const node = state.nodes.get(id)!;
    return { mark: "text", x: box.left, y: (box.top + box.bottom) / 2, text: text(node), size: sizeOf(node), weight: weightOf(node, state), colour: css(palette.ink), halo: css(palette.surface) };
  });
}

/** Below the drawing: title, what colours, sizes and widths stand for, where it comes from; wrapped to the width. */
function footOf(state: GraphState, palette: Palette, view: View): { height: number; marks: Mark[] } {
  const marks: Mark[] = [];
  const [ink, quiet] = [css(palette.ink), css(palette.quiet)];
  let [x, y] = [PAD / 2, view.height + LINE];
  const write = (text: string, weight: number, colour: string): void => {
    marks.push({ mark: "text", x, y, text, size: SIZE, weight, colour, halo: "" });
    x += view.measure(text, SIZE, weight) + GAP;
  };
  const wrap = (width: number): void => {
    if (x > PAD / 2 && x + width > view.width - PAD / 2) [x, y] = [PAD / 2, y + LINE];
  };
  const row = (): void => void ([x, y] = [PAD / 2, y + LINE]);
  const item = (label: string, room: number, draw: (x: number) => Mark): void => {
    wrap(room + 6 + view.measure(label, SIZE, 500));
    marks.push(draw(x));
    x += room + 6;
    write(label, 500, ink);
  };
  write(view.title, 650, ink);
  row();
  const legend: Legend = legendOf(state);
  write(legend.title, 500, quiet);
  for (const { label, count, tint, shape } of legend.items) item(`${label} (${count})`, 14, (left) => ({ mark: "sign", x: left + 7, y, radius: 7, node: null, kind: shape ?? "Person", colour: css(palette.tint[tint]), rim: "", ring: "", says: "" }));
  const sizes = sizeLegendOf(state);
  if (sizes.items.length) {
    row();
    write(sizes.title, 500, quiet);
    for (const { label, radius } of sizes.items) item(label, 2 * radius, (left) => ({ mark: "sign", x: left + radius, y, radius, node: null, kind: "Person", colour: quiet, rim: "", ring: "", says: "" }));
  }
  const widths = widthLegendOf(state);
  if (widths.length) {
    row();
    write("Co-authors", 500, quiet);
    for (const { label, width } of widths) item(label, 28, (left) => ({ mark: "line", x1: left, y1: y, x2: left + 28, y2: y, colour: quiet, width, dashed: false, says: "" }));
  }
  row();
  for (const text of broken(view.provenance, view)) {
    wrap(view.measure(text, SIZE, 400));
    write(text, 400, quiet);
    row();
  }
  return { height: y - view.height, marks };
}

/** A text in lines that fit the width. */
function broken(text: string, view: View): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && view.measure(longer, SIZE, 400) <= view.width - PAD) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
