import type { Slice } from "../src/core/api/types";

declare global {
  interface Window {
    /** Draw a slice; milliseconds from the slice in memory to the end of the first frame that shows all its nodes. */
    paint: (slice: Slice) => Promise<number>;
    /** How many nodes are drawn inside the picture. */
    drawn: () => number;
  }
}

export const stage = document.querySelector<HTMLElement>("#stage")!;

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** After the frame that is being made has been handed over. */
async function handedOver(): Promise<void> {
  await frame();
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage(0);
  await heard;
}

/** Wait until what was asked of the canvases that hold the picture is really drawn, not only queued. */
function finish(canvases: string): void {
  for (const canvas of stage.querySelectorAll<HTMLCanvasElement>(canvases)) {
    const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    else canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
  }
}

export async function timed(canvases: string, draw: () => Promise<void> | void): Promise<number> {
  await document.fonts.ready;
  await frame();
  await frame();
  const began = performance.now();
  await draw();
  finish(canvases);
  await handedOver();
  return performance.now() - began;
}
