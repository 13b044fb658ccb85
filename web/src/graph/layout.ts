import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { gapFor } from "../core/graph/arrival";
import { freePlaces } from "../core/graph/place";
import type { Point } from "../core/graph/types";

/** A graph to be laid out: nodes with where they stand now, the most important first. */
export interface Plan {
  nodes: { id: string; x: number; y: number; fixed: boolean }[];
  edges: { source: string; target: string; weight: number }[];
}

/** Coordinates inside the layout for one half-height of the drawing. */
const SCALE = 100;
/** Node pairs looked at in all rounds together: the bound of the time. */
const WORK = 24_000_000;
const ROUNDS = 300;
/** Most nodes stand within the frame before it is filled evenly. */
const WITHIN = 0.95;

/**
 * New places for the free nodes of a plan: forces from where they stand, then each in free room near where these led
 * it, within the frame, so that none covers another. Fixed nodes stay. The same plan gives the same places.
 */
export function layOut(plan: Plan): [string, Point][] {
  const free = plan.nodes.filter((node) => !node.fixed);
  if (!free.length) return [];
  const graph = new UndirectedGraph();
  for (const { id, x, y, fixed } of plan.nodes) graph.addNode(id, { x: x * SCALE, y: y * SCALE, fixed });
  for (const { source, target, weight: more } of plan.edges) graph.updateEdge(source, target, ({ weight = 0 }) => ({ weight: (weight as number) + more }));
  const iterations = Math.max(40, Math.min(ROUNDS, Math.round(WORK / plan.nodes.length ** 2)));
  const settings = { ...forceAtlas2.inferSettings(graph), linLogMode: true, edgeWeightInfluence: 0.5, gravity: 0.4, scalingRatio: 2 };
  const found = forceAtlas2(graph, { iterations, settings });
  const points = free.map(({ id }) => ({ x: found[id]!.x / SCALE, y: found[id]!.y / SCALE }));
  const fixed = plan.nodes.filter((node) => node.fixed);
  const wishes = fixed.length > plan.nodes.length / 2 ? points : fill(points);
  const places = freePlaces(fixed, wishes, gapFor(plan.nodes.length));
  return free.map(({ id }, i) => [id, places[i]!]);
}

/** Points around the middle, stretched per axis so that they fill the frame, their crowded middle opened. */
function fill(points: Point[]): Point[] {
  const reach = (axis: "x" | "y"): number => {
    const sizes = points.map((point) => Math.abs(point[axis])).sort((a, b) => a - b);
    return sizes[Math.floor((sizes.length - 1) * WITHIN)]! || 1;
  };
  const [rx, ry] = [reach("x"), reach("y")];
  const extent = Math.min(1, 0.34 + points.length * 0.04);
  return points.map(({ x, y }) => {
    const [px, py] = [x / rx, y / ry];
    const far = Math.hypot(px, py);
    const opened = far > 0 ? Math.min(1.2, far) ** 0.75 / far : 0;
    return { x: px * opened * extent, y: py * opened * extent };
  });
}
