import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { type GraphState, isHidden, neighbours, type Point, select } from "../core/graph";
import { stepSentence } from "../core/graph/words";
import type { Store } from "../core/store";
import { theme } from "../core/theme";
import { edgeLook, nodeLook } from "./appearance";
import { fit, reveal, zoom } from "./camera";
import { listen, type Reactions } from "./events";
import { IdleEdges, IdleNodes } from "./idle";
import { Labels } from "./labels";
import { createLineProgram } from "./line";
import { Motion } from "./motion";
import { type Palette, readPalette } from "./palette";
import { FOLLOWS, POINTED, type Picking } from "./picking";
import type { Box } from "./placement";
import { toPng } from "./png";
import { createKindProgram } from "./program";
import type { View } from "./scene";
import { toSvg } from "./svg";
import { Tip } from "./tip";
import { Fades, focusOf } from "./view";
import { type Arrow, towards } from "./walk";
import "../styles/tip.css";

/** A picture on the page. */
export interface Picture {
  /** Zoom by a factor: above 1 is nearer. */
  zoom(factor: number): void;
  /** Show the whole again. */
  fit(): void;
  /** Select the node to which an arrow key leads; returns what is to be said of it. */
  walk(arrow: Arrow): string;
  /** The whole picture as a file, in the theme of the page or another one. */
  svg(about: About): string;
  png(about: About): Promise<Blob>;
  /** What is drawn now, in pixels of the picture: each node with its radius, each label with its box. */
  measure(): Measured;
  destroy(): void;
}

export interface About {
  title: string;
  /** Where the data came from, and when. */
  provenance: string;
  scheme?: "light" | "dark";
}

export interface Measured {
  nodes: { id: string; x: number; y: number; radius: number; must: boolean }[];
  labels: { id: string; box: Box }[];
}

/** Width of the drawing in units of its height, so that seeded positions in a square fill the panel. */
const stretch = (container: HTMLElement): number => Math.min(1.9, Math.max(0.8, container.clientWidth / Math.max(1, container.clientHeight)));

/** Size of the signs, 1 in a drawing with room for them and less in a small one, where they would cover each other. */
const scale = (container: HTMLElement): number => Math.min(1, Math.max(0.72, container.clientWidth / 390));

/** Bring the nodes and edges of the drawn graph up to the state; returns the new nodes. */
function sync(graph: MultiDirectedGraph, state: GraphState, wide: number): string[] {
  const fresh: string[] = [];
  graph.forEachNode((id) => !state.nodes.has(id) && graph.dropNode(id));
  graph.forEachEdge((key) => !state.edges.has(key) && graph.dropEdge(key));
  for (const node of state.nodes.values()) {
    if (graph.hasNode(node.id)) continue;
    graph.addNode(node.id, { x: node.x * wide, y: node.y, type: "kind" });
    fresh.push(node.id);
  }
  for (const edge of state.edges.values()) {
    if (!graph.hasEdge(edge.key)) graph.addEdgeWithKey(edge.key, edge.source, edge.target);
  }
  return fresh;
}

/** Width of the picture as a file, in pixels of the drawing. */
const PAPER = 1400;

/** The view of a file: in the proportions of the picture on the page. */
function paper(container: HTMLElement, { title, provenance }: About): View {
  const context = document.createElement("canvas").getContext("2d");
  const { fontFamily } = getComputedStyle(container);
  const measure = (text: string, size: number, weight: number): number => {
    if (!context) return text.length * size * 0.6;
    context.font = `${weight} ${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
  return { width: PAPER, height: Math.round(PAPER / stretch(container)), title, provenance, measure };
}

const placesOf = (state: GraphState, wide: number) => new Map([...state.nodes.values()].map(({ id, x, y }) => [id, { x: x * wide, y }]));

/** Draw the state of `store` in `container` and keep both in step; throws when the browser has no WebGL. */
export function mountGraph(container: HTMLElement, store: Store<GraphState>, reactions: Reactions = {}): Picture {
  let palette: Palette = readPalette(container);
  let focus = focusOf(store.get());
  let frame = 0;
  let wide = stretch(container);
  const graph = new MultiDirectedGraph();
  const fades = new Fades();
  const picking: Picking = { on: false };
  const motion = new Motion(graph);
  sync(graph, store.get(), wide);

  // Empty at first: the frame and the labels are there before anything is drawn, and all is drawn once.
  const sigma = new Sigma(new MultiDirectedGraph(), container, {
    renderLabels: false,
    zIndex: true,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    minCameraRatio: 0.1,
    maxCameraRatio: 3,
    stagePadding: 34,
    allowInvalidContainer: true, // it may be without width for a moment while the window changes
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(Math.max(ratio, 0.4)) / scale(container),
    defaultDrawNodeHover: () => undefined,
    nodeProgramClasses: { kind: createKindProgram(() => palette, picking), circle: IdleNodes },
    nodeHoverProgramClasses: { kind: IdleNodes, circle: IdleNodes },
    edgeProgramClasses: { line: createLineProgram(picking), arrow: IdleEdges },
    defaultNodeType: "kind",
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
  const frameIt = (): void => void sigma.setCustomBBox({ x: [-wide, wide], y: [-1, 1] });
  frameIt();
  const labels = new Labels(sigma);
  sigma.on("afterRender", () => labels.draw(store.get(), focus, palette));
  const unlisten = listen(sigma, container, store, () => wide, reactions);
  const tip = new Tip(container, store);

  const animate = (): void => {
    const [faded, arrived] = [fades.step(store.get().nodes.keys()), motion.step()];
    sigma.refresh({ skipIndexation: arrived });
    frame = faded && arrived ? 0 : requestAnimationFrame(animate);
  };
  const go = (): void => {
    if (!frame) frame = requestAnimationFrame(animate);
  };
  let before = store.get();
  const unsubscribe = store.subscribe(() => {
    const state = store.get();
    if (state.nodes !== before.nodes || state.edges !== before.edges) {
      const fresh = sync(graph, state, wide);
      motion.aim(placesOf(state, wide));
      if (fresh.length) reveal(sigma, fresh);
    }
    before = state;
    focus = focusOf(state);
    fades.aim(focus);
    go();
  });
  const repaint = theme.subscribe(() => {
    palette = readPalette(container);
    sigma.refresh({ skipIndexation: true });
  });
  let size = `${container.clientWidth} ${container.clientHeight}`;
  const observer = new ResizeObserver(() => {
    const is = `${container.clientWidth} ${container.clientHeight}`;
    if (is === size) return; // it tells of the first size too, which is drawn already
    size = is;
    const now = stretch(container);
    if (container.clientWidth && Math.abs(now - wide) > 0.05) {
      wide = now;
      frameIt();
      motion.aim(placesOf(store.get(), wide));
      go();
    }
    sigma.scheduleRefresh();
  });
  observer.observe(container);
  sigma.setGraph(graph);
  const follow = (): void => {
    if (picking.on) return;
    picking.on = true;
    sigma.refresh({ skipIndexation: true });
  };
  const following = setTimeout(follow, FOLLOWS);
  for (const at of POINTED) container.addEventListener(at, follow, { capture: true, passive: true, once: true });

  const picture: Picture = {
    zoom: (factor) => zoom(sigma, factor),
    fit: () => fit(sigma, wide),
    walk: (arrow) => {
      const state = store.get();
      const spots = [...state.nodes.keys()].filter((id) => !isHidden(state, id)).map((id) => ({ id, ...sigma.graphToViewport(graph.getNodeAttributes(id) as Point) }));
      const start = state.center.find((id) => !isHidden(state, id)) ?? spots[0]?.id;
      const from = spots.find(({ id }) => id === (state.selected ?? start));
      if (!from) return "";
      const to = state.selected ? towards(from, spots, neighbours(state, from.id), arrow) : from.id;
      if (!to) return "Nothing lies that way.";
      store.update(select(to));
      reveal(sigma, [to]);
      return stepSentence(state, from.id, to);
    },
    svg: (about) => toSvg(store.get(), readPalette(container, about.scheme), paper(container, about)),
    png: (about) => toPng(store.get(), readPalette(container, about.scheme), paper(container, about)),
    measure: () => {
      const { width, height } = sigma.getDimensions();
      return { nodes: labels.discs(store.get(), width, height).map(({ disc }) => disc), labels: labels.placed.map(({ id, box }) => ({ id, box })) };
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      clearTimeout(following);
      picking.on = true; // nothing follows any more
      observer.disconnect();
      repaint();
      unsubscribe();
      unlisten();
      tip.destroy();
      sigma.kill();
    },
  };
  return Object.assign(container, { picture }).picture; // the tests measure what is drawn through the element
}
