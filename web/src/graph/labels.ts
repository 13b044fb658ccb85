import type Sigma from "sigma";
import { schemeOf } from "../core/format";
import { type GraphNode, type GraphState, isHidden } from "../core/graph";
import { namesakes } from "../core/graph/words";
import { plainMath } from "../core/math";
import { radius } from "./appearance";
import { css, type Palette } from "./palette";
import { type Placed, placeLabels, type Wish } from "./placement";
import type { Focus } from "./view";

const SIZE = 12;
const LONGEST = 30;
const LONGEST_NARROW = 20;
const AT_FIRST = 26;

const short = (text: string, longest: number): string => {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("").trimEnd()}…` : text;
};

const weightOf = (node: GraphNode, state: GraphState): number => (node.center || state.selected === node.id ? 650 : 500);

/** How much a node wants a label: by rank, people twice as much, for they are whom readers look for. */
const order = (node: GraphNode): number => (node.kind === "Person" ? node.rank / 2 : node.rank);

/** Nodes that want a label, most wanted first: under the pointer, selected, the centre, near the focus, then by rank. */
function wanted(state: GraphState, focus: Focus | null, zoom: number): GraphNode[] {
  const first = AT_FIRST / Math.max(0.05, zoom * zoom);
  const level = (node: GraphNode): number => {
    if (node.id === state.hovered) return 0;
    if (node.id === state.selected) return 1;
    if (node.center) return 2;
    if (focus) return focus.near.has(node.id) ? 3 : Infinity;
    return order(node) < first ? 4 : Infinity;
  };
  return [...state.nodes.values()]
    .filter((node) => !isHidden(state, node.id))
    .map((node) => ({ node, level: level(node) }))
    .filter((item) => item.level < Infinity)
    .sort((a, b) => a.level - b.level || order(a.node) - order(b.node))
    .map((item) => item.node);
}

/** Draws the labels on a layer of their own: none covers another, and none is cut by the edge of the picture. */
export class Labels {
  private readonly context: CanvasRenderingContext2D;
  private readonly canvas: HTMLCanvasElement;

  constructor(private readonly sigma: Sigma) {
    this.canvas = sigma.createCanvas("names", { beforeLayer: "mouse" });
    this.canvas.style.pointerEvents = "none";
    const context = this.canvas.getContext("2d");
    if (!context) throw new Error("This browser draws no canvas.");
    this.context = context;
  }

  draw(state: GraphState, focus: Focus | null, palette: Palette): void {
    const { width, height } = this.sigma.getDimensions();
    this.fit(width, height);
    const zoom = this.sigma.getCamera().getState().ratio;
    const nodes = wanted(state, focus, zoom);
    const longest = width < 480 ? LONGEST_NARROW : LONGEST;
    const ambiguous = namesakes(state);
    const texts = new Map(nodes.map((node) => [node.id, short(plainMath(node.label), longest) + (ambiguous.has(node.id) ? ` (${schemeOf(node.id)})` : "")]));
    const wishes = nodes.map((node) => this.wish(node, state, texts.get(node.id) ?? "", palette));
    const discs = [...state.nodes.values()].filter((n) => !isHidden(state, n.id)).map((n) => this.wish(n, state, "", palette));
    const bounds = { left: 2, top: 2, right: width - 2, bottom: height - 2 };
    for (const placed of placeLabels(wishes, discs, bounds)) {
      const node = state.nodes.get(placed.id);
      if (node) this.write(node, placed, texts.get(placed.id) ?? "", state, palette);
    }
  }

  private fit(width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== h) [this.canvas.width, this.canvas.height] = [w, h];
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, width, height);
  }

  private wish(node: GraphNode, state: GraphState, text: string, palette: Palette): Wish {
    const { x, y } = this.sigma.graphToViewport(this.sigma.getGraph().getNodeAttributes(node.id) as { x: number; y: number });
    this.context.font = this.font(node, state, palette);
    const width = text ? this.context.measureText(text).width : 0;
    const must = node.center || node.id === state.selected || node.id === state.hovered;
    return { id: node.id, x, y, radius: this.sigma.scaleSize(radius(node)) + (node.center ? 4 : 1), width, height: SIZE + 4, must };
  }

  private font(node: GraphNode, state: GraphState, palette: Palette): string {
    return `${weightOf(node, state)} ${node.center ? SIZE + 1 : SIZE}px ${palette.font}`;
  }

  private write(node: GraphNode, placed: Placed, text: string, state: GraphState, palette: Palette): void {
    const { context } = this;
    const y = (placed.box.top + placed.box.bottom) / 2;
    context.font = this.font(node, state, palette);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = css(palette.surface);
    context.strokeText(text, placed.box.left, y);
    context.fillStyle = css(palette.ink);
    context.fillText(text, placed.box.left, y);
  }
}
