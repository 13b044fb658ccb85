import { type Tint, TINTS } from "./tints";

export type Rgb = readonly [number, number, number];

/** The colours of the drawing, read from the page's custom properties. */
export interface Palette {
  tint: Record<Tint, Rgb>;
  surface: Rgb;
  ink: Rgb;
  edge: Rgb;
  /** Of secondary text and of lines in a legend. */
  quiet: Rgb;
  accent: Rgb;
  font: string;
}

/** What a custom property looks like on `element` now, whatever notation it is written in. */
function read(element: HTMLElement, name: string, context: CanvasRenderingContext2D): Rgb {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  element.append(probe);
  context.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

/** The palette in force around `element`, or that of a theme. */
export function readPalette(around: HTMLElement, scheme?: "light" | "dark"): Palette {
  if (!scheme) return palette(around);
  const element = document.createElement("span");
  element.style.colorScheme = scheme;
  around.append(element);
  const found = palette(element);
  element.remove();
  return found;
}

function palette(element: HTMLElement): Palette {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser draws no canvas.");
  const colour = (name: string): Rgb => read(element, name, context);
  return {
    tint: Object.fromEntries(TINTS.map((tint) => [tint, colour(`--${tint}`)])) as Record<Tint, Rgb>,
    surface: colour("--surface"),
    ink: colour("--ink"),
    edge: colour("--edge"),
    quiet: colour("--ink-3"),
    accent: colour("--accent"),
    font: getComputedStyle(element).fontFamily,
  };
}

/** `a` mixed with `b`; `t` = 0 is all `a`. */
export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, "0");

export const css = (colour: Rgb): string => `#${hex(colour[0])}${hex(colour[1])}${hex(colour[2])}`;

const blends = new WeakMap<Rgb, WeakMap<Rgb, string[]>>();
const STEPS = 60;

/** `mix` as a value for styles, in sixty steps, each made once: a picture asks for few of them very often. */
export function blend(a: Rgb, b: Rgb, t: number): string {
  const step = Math.round(t * STEPS);
  const withA = blends.get(a) ?? new WeakMap<Rgb, string[]>();
  const both = withA.get(b) ?? [];
  blends.set(a, withA);
  withA.set(b, both);
  return (both[step] ??= css(mix(a, b, step / STEPS)));
}
