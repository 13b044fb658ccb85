import type Sigma from "sigma";
import { type GraphNode, type GraphState, isHidden } from "../core/graph";
import { namesakes } from "../core/graph/words";
import { labelBudget, labelText, longestIn, mustBeRead, SIZE, sizeOf, wanted, weightOf } from "./names";
import { css, type Palette } from "./palette";
import { type Placed, placeLabels, type Wish } from "./placement";
import { radius } from "./sizes";
import type { Focus } from "./view";

/**
 * Draws the labels on a layer of their own: none covers another, and none is cut by the edge of the picture. Only what
 * is in view competes for them, so that the nearer one looks the more of it is named.
 */
export class Labels {
  /** What was drawn last, in pixels of the picture. */
  placed: readonly Placed[] = [];
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
    const ambiguous = namesakes(state);
    const text = (node: GraphNode): string => labelText(node, longestIn(width, state.nodes.size), ambiguous);
    const discs = this.discs(state, width, height);
    const nodes = wanted(discs.map(({ node }) => node), state, focus);
    const discOf = new Map(discs.map(({ node, disc }) => [node.id, disc]));
    const wishes = this.wishes(nodes, discOf, (node) => this.measure(text(node), this.font(node, state, palette)));
    const bounds = { left: 2, top: 2, right: width - 2, bottom: height - 2 };
    const before = new Map(this.placed.map(({ id, place }) => [id, place]));
    this.placed = placeLabels(wishes, discOf.values(), bounds, labelBudget(width, height), before);
    for (const placed of this.placed) {
      const node = state.nodes.get(placed.id);
      if (node) this.write(node, placed, text(node), state, palette);
    }
  }

  /** The nodes in view with their discs. */
  discs(state: GraphState, width: number, height: number): { node: GraphNode; disc: Wish }[] {
    const out: { node: GraphNode; disc: Wish }[] = [];
    for (const node of state.nodes.values()) {
      if (isHidden(state, node.id)) continue;
      const { x, y } = this.sigma.graphToViewport(this.sigma.getGraph().getNodeAttributes(node.id) as { x: number; y: number });
      const size = this.sigma.scaleSize(radius(state, node)) + (node.center ? 4 : 1);
      if (x < -size || y < -size || x > width + size || y > height + size) continue;
      out.push({ node, disc: { id: node.id, x, y, radius: size, width: 0, height: SIZE + 4, must: mustBeRead(node, state) } });
    }
    return out;
  }

  /** Only as many texts are measured as are asked for. */
  private *wishes(nodes: readonly GraphNode[], discs: ReadonlyMap<string, Wish>, width: (node: GraphNode) => number): Generator<Wish> {
    for (const node of nodes) yield { ...discs.get(node.id)!, width: width(node) };
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

  private measure(text: string, font: string): number {
    this.context.font = font;
    return this.context.measureText(text).width;
  }

  private font(node: GraphNode, state: GraphState, palette: Palette): string {
    return `${weightOf(node, state)} ${sizeOf(node)}px ${palette.font}`;
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
