import { schemeOf } from "../core/format";
import type { GraphNode, GraphState } from "../core/graph";
import { plainMath } from "../core/math";
import type { Focus } from "./view";

/** Size of a label, in pixels. */
export const SIZE = 12;
const LONGEST = 30;
const LONGEST_NARROW = 20;
/** So few nodes leave room for longer labels. */
const FEW = 16;
/** Room of the drawing that a label takes, in square pixels: with more labels it cannot be read at a glance. */
const ROOM = 11_500;
const MOST = 80;

/** How many labels a drawing of this size bears. */
export const labelBudget = (width: number, height: number): number => Math.max(8, Math.min(MOST, Math.round((width * height) / ROOM)));

/** Letters that a label has at most in a drawing of this width with so many nodes. */
export const longestIn = (width: number, nodes: number): number => Math.round((width < 480 ? LONGEST_NARROW : LONGEST) * (nodes > FEW ? 1 : 1.6));

/** The label of a node, not too long; topics of the same name say whose they are. */
export function labelText(node: GraphNode, longest: number, ambiguous: ReadonlySet<string>): string {
  const letters = [...plainMath(node.label)];
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join("").trimEnd()}…` : letters.join("");
  return ambiguous.has(node.id) ? `${short} (${schemeOf(node.id)})` : short;
}

export const mustBeRead = (node: GraphNode, state: GraphState): boolean => node.center || node.id === state.selected || node.id === state.hovered;
export const weightOf = (node: GraphNode, state: GraphState): number => (node.center || state.selected === node.id ? 650 : 500);
export const sizeOf = (node: GraphNode): number => (node.center ? SIZE + 1 : SIZE);

/** How much a node wants a label: by rank, people twice as much, for they are whom readers look for. */
const order = (node: GraphNode): number => (node.kind === "Person" ? node.rank / 2 : node.rank);

/** Nodes that want a label, most wanted first: under the pointer, selected, the centre, near the focus, then by rank. */
export function wanted(nodes: readonly GraphNode[], state: GraphState, focus: Focus | null): GraphNode[] {
  const level = (node: GraphNode): number => {
    if (node.id === state.hovered) return 0;
    if (node.id === state.selected) return 1;
    if (node.center) return 2;
    return focus && !focus.near.has(node.id) ? Infinity : 3;
  };
  return nodes
    .map((node) => ({ node, level: level(node) }))
    .filter((item) => item.level < Infinity)
    .sort((a, b) => a.level - b.level || order(a.node) - order(b.node))
    .map((item) => item.node);
}
