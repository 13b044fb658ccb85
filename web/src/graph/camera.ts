import type Sigma from "sigma";

const QUICK = 160;
/** Room between what was brought into view and the edge of the picture, in pixels. */
const MARGIN = 36;

const duration = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : QUICK);

/** Zoom by a factor: above 1 is nearer. */
export function zoom(sigma: Sigma, factor: number): void {
  const camera = sigma.getCamera();
  void camera.animate({ ratio: camera.getBoundedRatio(camera.getState().ratio / factor) }, { duration: duration() });
}

/** Show the whole: the frame of the drawing, and more where nodes stand outside of it. */
export function fit(sigma: Sigma, wide: number): void {
  let reach = 1;
  sigma.getGraph().forEachNode((_, { x, y }) => {
    reach = Math.max(reach, Math.abs(x as number) / wide, Math.abs(y as number));
  });
  void sigma.getCamera().animate({ x: 0.5, y: 0.5, angle: 0, ratio: reach }, { duration: duration() });
}

/** Step back just so far that these nodes come into view; when they are, nothing moves. */
export function reveal(sigma: Sigma, ids: readonly string[]): void {
  const { width, height } = sigma.getDimensions();
  const places = ids.map((id) => sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id) as { x: number; y: number }));
  const out = places.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height);
  if (!out.length) return;
  const left = Math.min(0, ...out.map(({ x }) => x - MARGIN));
  const right = Math.max(width, ...out.map(({ x }) => x + MARGIN));
  const top = Math.min(0, ...out.map(({ y }) => y - MARGIN));
  const bottom = Math.max(height, ...out.map(({ y }) => y + MARGIN));
  const camera = sigma.getCamera();
  const centre = sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 });
  const factor = Math.max((right - left) / width, (bottom - top) / height);
  void camera.animate({ ...centre, ratio: camera.getBoundedRatio(camera.getState().ratio * factor) }, { duration: duration() });
}
