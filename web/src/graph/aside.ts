import type { Point } from "../core/graph";
import type { Plan } from "./layout";

/** Lay out a plan in a thread of its own, which ends with it. */
export function layOutAside(plan: Plan): Promise<[string, Point][]> {
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  return new Promise<[string, Point][]>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<{ places: [string, Point][] }>) => resolve(data.places));
    worker.addEventListener("error", () => reject(new Error("The layout could not be worked out.")));
    worker.postMessage({ turn: 0, plan });
  }).finally(() => worker.terminate());
}
