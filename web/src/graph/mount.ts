import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import type { GraphState } from "../core/graph";
import type { Store } from "../core/store";
import { theme } from "../core/theme";
import { edgeLook, nodeLook } from "./appearance";
import { listen } from "./events";
import { Labels } from "./labels";
import { LineProgram } from "./line";
import { type Palette, readPalette } from "./palette";
import { createKindProgram } from "./program";
import { Fades, focusOf } from "./view";

/** A picture on the page. */
export interface Picture {
  /** Zoom by a factor: above 1 is nearer. */
  zoom(factor: number): void;
  /** Show the whole again. */
  fit(): void;
  destroy(): void;
}

const QUICK = { duration: 160 };
const motion = (): { duration: number } => (matchMedia("(prefers-reduced-motion: reduce)").matches ? { duration: 0 } : QUICK);

/** Width of the drawing in units of its height, so that seeded positions in a square fill the panel. */
const stretch = (container: HTMLElement): number => Math.min(1.9, Math.max(0.8, container.clientWidth / Math.max(1, container.clientHeight)));

/** Size of the signs, 1 in a drawing with room for them and less in a small one, where they would cover each other. */
const scale = (container: HTMLElement): number => Math.min(1, Math.max(0.72, container.clientWidth / 390));

/** Bring the drawn graph up to the state: what is gone is dropped, what is new is added, and each stands where the state says. */
function sync(graph: MultiDirectedGraph, state: GraphState, wide: number): void {
  graph.forEachEdge((key) => !state.edges.has(key) && graph.dropEdge(key));
  graph.forEachNode((id) => !state.nodes.has(id) && graph.dropNode(id));
  for (const node of state.nodes.values()) graph.mergeNode(node.id, { x: node.x * wide, y: node.y, type: "kind" });
  for (const edge of state.edges.values()) {
    if (!graph.hasEdge(edge.key)) graph.addEdgeWithKey(edge.key, edge.source, edge.target);
  }
}

/** Draw the state of `store` in `container` and keep both in step; throws when the browser has no WebGL. */
export function mountGraph(container: HTMLElement, store: Store<GraphState>): Picture {
  let palette: Palette = readPalette(container);
  let focus = focusOf(store.get());
  let frame = 0;
  const wide = stretch(container);
  const graph = new MultiDirectedGraph();
  const fades = new Fades();
  sync(graph, store.get(), wide);

  const sigma = new Sigma(graph, container, {
    renderLabels: false,
    zIndex: true,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    minCameraRatio: 0.15,
    maxCameraRatio: 1.6,
    stagePadding: 34,
    allowInvalidContainer: true, // it may be without width for a moment while the window changes
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(Math.max(ratio, 0.4)) / scale(container),
    defaultDrawNodeHover: () => undefined,
    nodeProgramClasses: { kind: createKindProgram(() => palette) },
    edgeProgramClasses: { line: LineProgram },
    defaultEdgeType: "line",
    nodeReducer: (id, data) => {
      const node = store.get().nodes.get(id);
      return node ? { ...data, ...nodeLook(store.get(), node, palette, fades) } : data;
    },
    edgeReducer: (key, data) => {
      const edge = store.get().edges.get(key);
      return edge ? { ...data, ...edgeLook(store.get(), edge, palette, fades, focus) } : data;
    },
  });
  sigma.setCustomBBox({ x: [-wide, wide], y: [-1, 1] });
  const labels = new Labels(sigma);
  sigma.on("afterRender", () => labels.draw(store.get(), focus, palette));
  const unlisten = listen(sigma, container, store);

  const animate = (): void => {
    const done = fades.step(store.get().nodes.keys());
    sigma.refresh({ skipIndexation: true });
    frame = done ? 0 : requestAnimationFrame(animate);
  };
  let before = store.get();
  const unsubscribe = store.subscribe(() => {
    const state = store.get();
    if (state.nodes !== before.nodes || state.edges !== before.edges) sync(graph, state, wide);
    before = state;
    focus = focusOf(state);
    fades.aim(focus);
    if (!frame) frame = requestAnimationFrame(animate);
  });
  const repaint = theme.subscribe(() => {
    palette = readPalette(container);
    sigma.refresh({ skipIndexation: true });
  });
  const observer = new ResizeObserver(() => sigma.scheduleRefresh());
  observer.observe(container);
  sigma.refresh();

  return {
    zoom: (factor) => void (factor > 1 ? sigma.getCamera().animatedZoom({ ...motion(), factor }) : sigma.getCamera().animatedUnzoom({ ...motion(), factor: 1 / factor })),
    fit: () => void sigma.getCamera().animatedReset(motion()),
    destroy: () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      repaint();
      unsubscribe();
      unlisten();
      sigma.kill();
    },
  };
}
