import type Sigma from "sigma";
import { type GraphState, hover, hoverEdge, pin, select, toggleMark } from "../core/graph";
import type { Store } from "../core/store";

export interface Reactions {
  /** What a double click on a node does. */
  onExpand?: ((id: string) => void) | undefined;
  /** The page does not scroll under the picture, so the wheel and one finger are its own, and several nodes can be marked. */
  fills?: boolean | undefined;
}

/** Carry what happens on the picture into the state; returns what takes the listeners away. */
export function listen(sigma: Sigma, container: HTMLElement, store: Store<GraphState>, wide: () => number, { onExpand, fills }: Reactions): () => void {
  sigma.on("enterNode", ({ node }) => {
    container.style.cursor = "pointer";
    store.update(hover(node));
  });
  sigma.on("leaveNode", () => {
    container.style.cursor = "";
    store.update(hover(null));
  });
  sigma.on("clickNode", ({ node, event }) => store.update(fills && several(event.original) ? toggleMark(node) : select(node)));
  sigma.on("clickStage", ({ event }) => {
    if (!several(event.original)) store.update((state) => hoverEdge(null)(select(null)(state)));
  });
  sigma.on("enterEdge", ({ edge }) => store.update(hoverEdge(edge)));
  sigma.on("leaveEdge", () => store.update(hoverEdge(null)));
  sigma.on("clickEdge", ({ edge }) => store.update(hoverEdge(edge))); // a tap, where nothing hovers
  sigma.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    onExpand?.(event.node);
  });
  drag(sigma, store, wide);
  return fills ? takeTouches(container) : leaveScrollingAlone(container);
}

/** With Ctrl, Command or Shift one chooses several. */
const several = (event: MouseEvent | TouchEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey;

/** Pixels that the pointer goes before a press is a drag. */
const SLIP = 4;

/** A node that is dragged stays where it is dropped; in a frozen picture it stays where it is. */
function drag(sigma: Sigma, store: Store<GraphState>, wide: () => number): void {
  let held: { id: string; x: number; y: number; moved: boolean } | null = null;
  sigma.on("downNode", ({ node, event }) => {
    if (!several(event.original)) held = { id: node, x: event.x, y: event.y, moved: false };
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (!held) return;
    preventSigmaDefault();
    event.original.preventDefault();
    held.moved ||= !store.get().frozen && Math.hypot(event.x - held.x, event.y - held.y) > SLIP;
    if (held.moved) sigma.getGraph().mergeNodeAttributes(held.id, sigma.viewportToGraph(event));
  });
  const drop = (): void => {
    const dropped = held;
    held = null;
    if (!dropped?.moved) return;
    const { x, y } = sigma.getGraph().getNodeAttributes(dropped.id) as { x: number; y: number };
    store.update(pin(dropped.id, { x: x / wide(), y }));
  };
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
  sigma.on("upEdge", drop);
  sigma.on("leaveStage", drop);
}

function takeTouches(container: HTMLElement): () => void {
  container.style.touchAction = "none";
  return () => {
    container.style.touchAction = "";
  };
}

/**
 * The page scrolls over the picture as it does elsewhere: the wheel zooms with Ctrl or Command (a pinch on a touchpad
 * is that too), and one finger scrolls while two move and zoom. The zoom buttons do the same for everybody.
 */
function leaveScrollingAlone(container: HTMLElement): () => void {
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  const touch = (event: TouchEvent): void => {
    if (event.touches.length < 2) event.stopPropagation();
  };
  container.addEventListener("wheel", wheel, { capture: true, passive: true });
  container.addEventListener("touchstart", touch, { capture: true, passive: true });
  return () => {
    container.removeEventListener("wheel", wheel, { capture: true });
    container.removeEventListener("touchstart", touch, { capture: true });
  };
}
