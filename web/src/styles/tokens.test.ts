import { describe, expect, it } from "vitest";
import tokens from "./tokens.css?raw";

type Triple = [number, number, number];
const dot = (m: readonly number[][], v: Triple): Triple => m.map((row) => row[0]! * v[0] + row[1]! * v[1] + row[2]! * v[2]) as Triple;

// Oklab after Björn Ottosson; simulation of colour vision deficiencies after Machado et al. (2009), on linear sRGB.
const TO_LMS = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]];
const LMS_TO_LAB = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]];
const LAB_TO_LMS = [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.291485548]];
const LMS_TO_RGB = [[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965], [-0.0041960863, -0.7034186147, 1.707614701]];
const SEEN: Record<string, number[][]> = {
  everybody: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

function linear([l, c, h]: Triple): Triple {
  const angle = (h * Math.PI) / 180;
  const lms = dot(LAB_TO_LMS, [l, c * Math.cos(angle), c * Math.sin(angle)]).map((v) => v ** 3) as Triple;
  return dot(LMS_TO_RGB, lms).map((v) => Math.min(1, Math.max(0, v))) as Triple;
}
const lab = (rgb: Triple): Triple => dot(LMS_TO_LAB, dot(TO_LMS, rgb.map((v) => Math.min(1, Math.max(0, v))) as Triple).map(Math.cbrt) as Triple);
const apart = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function token(name: string, theme: "light" | "dark"): Triple {
  const colours = [...(new RegExp(`--${name}: (.*);`).exec(tokens)?.[1] ?? "").matchAll(/oklch\(([\d. ]+)\)/g)].map((m) => m[1]!.split(" ").map(Number) as Triple);
  return colours[theme === "light" ? 0 : 1]!;
}

const communities = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `community-${n}`);

describe.each(["light", "dark"] as const)("the colours of the picture, %s", (theme) => {
  it.each(Object.entries(SEEN))("are told apart by %s", (_, matrix) => {
    const seen = [...communities, "rest"].map((name) => lab(dot(matrix, linear(token(name, theme)))));
    for (const [i, a] of seen.entries()) for (const b of seen.slice(i + 1)) expect(apart(a, b)).toBeGreaterThan(0.1);
  });

  it("stand out from the page", () => {
    const page = luminance(linear(token("surface", theme))) + 0.05;
    for (const name of communities) {
      const colour = luminance(linear(token(name, theme))) + 0.05;
      expect(Math.max(page / colour, colour / page)).toBeGreaterThanOrEqual(3);
    }
  });

  it("pale with age", () => {
    const page = lab(linear(token("surface", theme)));
    const distances = [1, 2, 3, 4, 5, 6].map((n) => apart(page, lab(linear(token(`year-${n}`, theme)))));
    for (const [i, distance] of distances.slice(1).entries()) expect(distance - distances[i]!).toBeGreaterThan(0.05);
  });
});
