import type { Program } from "sigma/rendering";

/**
 * Whether the hidden layers are drawn too by which sigma finds what is under the pointer. The first picture goes without
 * them, and is there sooner: nobody points at what is not seen yet.
 */
export interface Picking {
  on: boolean;
}

/** Milliseconds after the first picture at which the hidden layers follow, unless somebody points at it before. */
export const FOLLOWS = 100;

/** What tells that somebody does. */
export const POINTED = ["mousemove", "mousedown", "touchstart", "wheel"] as const;

/** Draw a program, without its hidden layer where that is off. */
export function drawn(program: Pick<Program, "pickProgram">, picking: Picking, draw: () => void): void {
  const { pickProgram } = program;
  if (!picking.on) program.pickProgram = null;
  draw();
  program.pickProgram = pickProgram;
}
