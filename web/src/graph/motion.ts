import type { MultiDirectedGraph } from "graphology";

interface Place {
  x: number;
  y: number;
}

const LASTS = 180;

/** Carries drawn nodes to where they belong: smoothly, or at once where reduced motion is asked for. */
export class Motion {
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)");
  private from = new Map<string, Place>();
  private to = new Map<string, Place>();
  private started = 0;

  constructor(private readonly graph: MultiDirectedGraph) {}

  /** Set out for new places; what is on its way goes on from where it is. */
  aim(places: ReadonlyMap<string, Place>): void {
    this.from = new Map();
    this.to = new Map();
    for (const [id, place] of places) {
      const { x, y } = this.graph.getNodeAttributes(id) as Place;
      if (Math.abs(x - place.x) + Math.abs(y - place.y) < 1e-6) continue;
      this.from.set(id, { x, y });
      this.to.set(id, place);
    }
    this.started = performance.now();
  }

  /** Move on; returns whether all have arrived. */
  step(): boolean {
    const t = this.still.matches ? 1 : Math.min(1, (performance.now() - this.started) / LASTS);
    const eased = 1 - (1 - t) ** 3;
    for (const [id, to] of this.to) {
      const from = this.from.get(id);
      if (!from || !this.graph.hasNode(id)) continue;
      this.graph.mergeNodeAttributes(id, { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased });
    }
    if (t >= 1) this.to.clear();
    return t >= 1;
  }
}
