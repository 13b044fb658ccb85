import type Sigma from "sigma";
import { type GraphState, hover, hoverEdge, select } from "../core/graph";
import type { Store } from "../core/store";
import type { PictureOptions } from "./mount";

/** Carry what happens on the picture into the state; returns what takes the listeners away. */
export function listen(sigma: Sigma, container: HTMLElement, store: Store<GraphState>, { onExpand, fills }: PictureOptions): () => void {
  const stage = (name: string): void => {
    container.style.cursor = name;
  };
  sigma.on("enterNode", ({ node }) => {
    stage("pointer");
    store.update(hover(node));
  });
  sigma.on("leaveNode", () => {
    stage("");
    store.update(hover(null));
  });
  sigma.on("clickNode", ({ node }) => store.update(select(node)));
  sigma.on("clickStage", () => store.update(select(null)));
  sigma.on("enterEdge", ({ edge }) => store.update(hoverEdge(edge)));
  sigma.on("leaveEdge", () => store.update(hoverEdge(null)));
  sigma.on("doubleClickNode", (event) => {
    event.preventSigmaDefault();
    onExpand?.(event.node);
  });
  return fills ? () => undefined : leaveScrollingAlone(container);
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
