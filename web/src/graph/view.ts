import { type GraphState, isHidden, neighbours } from "../core/graph";

/** What is in the light: the hovered or else the selected node, and what it touches. */
export interface Focus {
  id: string;
  near: Set<string>;
}

export function focusOf(state: GraphState): Focus | null {
  const id = state.hovered ?? state.selected;
  return id && !isHidden(state, id) ? { id, near: neighbours(state, id) } : null;
}

const FADE = 120;

/** How far each node is faded, 0 to 1, on its way to where the focus wants it. */
export class Fades {
  private readonly now = new Map<string, number>();
  private from = new Map<string, number>();
  private target: Focus | null = null;
  private started = 0;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)");

  of(id: string): number {
    return this.now.get(id) ?? 0;
  }

  /** Aim at a focus; call `step` until it says that all is done. */
  aim(focus: Focus | null): void {
    this.target = focus;
    this.from = new Map(this.now);
    this.started = performance.now();
  }

  step(ids: Iterable<string>): boolean {
    const t = this.still.matches ? 1 : Math.min(1, (performance.now() - this.started) / FADE);
    for (const id of ids) {
      const lit = !this.target || this.target.id === id || this.target.near.has(id);
      const from = this.from.get(id) ?? 0;
      this.now.set(id, from + ((lit ? 0 : 1) - from) * t);
    }
    return t >= 1;
  }
}
