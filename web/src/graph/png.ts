import type { GraphState } from "../core/graph";
import type { Palette } from "./palette";
import { type Mark, sceneOf, type View } from "./scene";
import { SHAPES } from "./shapes";
import { UNIT } from "./svg";

/** Pixels of the file for one of the drawing. */
const DENSITY = 2;

/** The picture as a PNG file with two pixels for each of the drawing. */
export async function toPng(state: GraphState, palette: Palette, view: View): Promise<Blob> {
  const { width, height, background, font, marks } = sceneOf(state, palette, view);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * DENSITY);
  canvas.height = Math.round(height * DENSITY);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no canvas.");
  context.scale(DENSITY, DENSITY);
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  for (const mark of marks) {
    context.save();
    paint(context, mark, font);
    context.restore();
  }
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large to be saved."))), "image/png"));
}

function paint(context: CanvasRenderingContext2D, mark: Mark, font: string): void {
  context.lineJoin = "round";
  switch (mark.mark) {
    case "line":
      context.strokeStyle = mark.colour;
      context.lineWidth = mark.width;
      if (mark.dashed) context.setLineDash([4, 3]);
      return context.stroke(new Path2D(`M${mark.x1} ${mark.y1}L${mark.x2} ${mark.y2}`));
    case "sign":
      return sign(context, mark);
    case "text":
      context.font = `${mark.weight} ${mark.size}px ${font}`;
      context.textBaseline = "middle";
      if (mark.halo) {
        context.lineWidth = 4;
        context.strokeStyle = mark.halo;
        context.strokeText(mark.text, mark.x, mark.y);
      }
      context.fillStyle = mark.colour;
      return context.fillText(mark.text, mark.x, mark.y);
  }
}

function sign(context: CanvasRenderingContext2D, { x, y, radius, node, kind, colour, rim, ring }: Extract<Mark, { mark: "sign" }>): void {
  const scale = radius / UNIT;
  const outline = new Path2D(SHAPES[kind].outline);
  const edge = (stroke: string, width: number): void => {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke(outline);
  };
  context.translate(x, y);
  context.scale(scale, scale);
  context.translate(-12, -12);
  if (ring) edge(ring, 10 / scale);
  if (rim) edge(rim, 3 / scale);
  context.fillStyle = colour;
  context.fill(outline);
  if (!node) return;
  context.lineCap = "round";
  context.strokeStyle = rim;
  context.lineWidth = 2;
  context.stroke(new Path2D(SHAPES[kind].glyph));
}
