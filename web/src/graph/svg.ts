import type { GraphState } from "../core/graph";
import type { Palette } from "./palette";
import { type Mark, type Scene, sceneOf, type View } from "./scene";
import { SHAPES } from "./shapes";

/** Unit of a sign's outline: its radius in the box of 24 by 24. */
export const UNIT = 11;

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text inside XML: marks of the language escaped, characters that XML does not know left out. */
export const escaped = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, "\ufffd") // half a character
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (character) => NAMED[character]!);

const number = (value: number): string => String(Math.round(value * 100) / 100);

function attributes(given: Record<string, string | number | false>): string {
  return Object.entries(given)
    .filter(([, value]) => value !== false && value !== "")
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? number(value) : escaped(value as string)}"`)
    .join("");
}

const told = (says: string): string => (says ? `<title>${escaped(says)}</title>` : "");

function written(mark: Mark): string {
  switch (mark.mark) {
    case "line": {
      const { x1, y1, x2, y2, colour, width, dashed, says } = mark;
      return `<line${attributes({ x1, y1, x2, y2, stroke: colour, "stroke-width": width, "stroke-dasharray": dashed && "4 3" })}>${told(says)}</line>`;
    }
    case "sign": {
      const { x, y, radius, node, kind, colour, rim, ring, says } = mark;
      const scale = radius / UNIT;
      const { outline, glyph } = SHAPES[kind];
      const around = ring && `<path${attributes({ d: outline, fill: ring, stroke: ring, "stroke-width": 10 / scale, "stroke-linejoin": "round" })}/>`;
      const sign = `<path${attributes({ d: outline, fill: colour, stroke: rim, "stroke-width": rim ? 3 / scale : false, "paint-order": rim && "stroke" })}/>`;
      const drawn = node ? `<path${attributes({ d: glyph, fill: "none", stroke: rim, "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" })}/>` : "";
      const place = `translate(${number(x)} ${number(y)}) scale(${Math.round(scale * 1000) / 1000}) translate(-12 -12)`;
      return `<g${attributes({ class: node ? "node" : "key", "data-id": node?.id ?? false, transform: place })}>${told(says)}${around}${sign}${drawn}</g>`;
    }
    case "text": {
      const { x, y, text, size, weight, colour, halo } = mark;
      const outline = halo ? { stroke: halo, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
      return `<text${attributes({ x, y, fill: colour, "font-size": size, "font-weight": weight, "dominant-baseline": "central", ...outline })}>${escaped(text)}</text>`;
    }
  }
}

const drawing = ({ width, height, title, says, font, background, marks }: Scene): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `0 0 ${number(width)} ${number(height)}`, role: "img", "aria-labelledby": "title says", "font-family": font })}>`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="says">${escaped(says)}</desc>`,
    `<rect${attributes({ width: "100%", height: "100%", fill: background })}/>`,
    ...marks.map(written),
    "</svg>",
    "",
  ].join("\n");

/** The picture as an SVG file that needs nothing else: signs as paths, text as text, every node and edge with its facts. */
export const toSvg = (state: GraphState, palette: Palette, view: View): string => drawing(sceneOf(state, palette, view));
