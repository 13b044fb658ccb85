import { layOut, type Plan } from "./layout";

self.addEventListener("message", ({ data }: MessageEvent<{ turn: number; plan: Plan }>) => {
  self.postMessage({ turn: data.turn, places: layOut(data.plan) });
});
