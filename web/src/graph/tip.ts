import { address } from "../core/api/client";
import { ask } from "../core/api/resource";
import type { Evidence } from "../core/api/types";
import { type GraphEdge, type GraphState, rests } from "../core/graph";
import { edgeSentence, nodeFacts } from "../core/graph/words";
import { count } from "../core/format";
import { plainMath } from "../core/math";
import type { Store } from "../core/store";

/** Titles that a tip lists; the rest is counted. */
const LISTED = 6;
/** How long the pointer rests on an edge before its papers are asked for, in milliseconds. */
const REST = 180;
/** From the pointer to the tip, in pixels. */
const OFF = 14;

/** What is written in a tip. */
interface Words {
  head: string;
  lines: string[];
  /** The edge whose papers would tell more. */
  ask: GraphEdge | null;
}

export function words(state: GraphState): Words | null {
  const node = state.hovered ? state.nodes.get(state.hovered) : undefined;
  if (node) return { head: plainMath(node.label), lines: [nodeFacts(node).join(" · ")], ask: null };
  const edge = state.hoveredEdge ? state.edges.get(state.hoveredEdge) : undefined;
  return edge ? { head: edgeSentence(state, edge), lines: [], ask: rests(edge) ? edge : null } : null;
}

/** The first papers of an edge, each with its year, and how many more there are. */
export function titles({ papers, total }: Evidence): string[] {
  const named = papers.slice(0, LISTED).map(({ title, year, id }) => `${plainMath(title ?? id)}${year ? `, ${year}` : ""}`);
  return total > named.length ? [...named, `and ${count(total - named.length)} more`] : named;
}

const question = (edge: GraphEdge): string => address("edges/evidence", { source: edge.source, target: edge.target, limit: LISTED });

/**
 * The words beside the pointer: the facts of a node, and what an edge rests on, its papers when the pointer stays.
 * For those who see it; the table has the same for everybody.
 */
export class Tip {
  private readonly box = document.createElement("div");
  private readonly unsubscribe: () => void;
  private pointer = { x: 0, y: 0 };
  private timer = 0;
  private shown = "";
  private asking: AbortController | null = null;

  constructor(private readonly container: HTMLElement, private readonly store: Store<GraphState>) {
    this.box.className = "graph-tip";
    this.box.setAttribute("aria-hidden", "true");
    this.box.hidden = true;
    container.append(this.box);
    container.addEventListener("pointermove", this.follow);
    container.addEventListener("pointerdown", this.follow);
    this.unsubscribe = store.subscribe(() => this.tell());
  }

  destroy(): void {
    this.unsubscribe();
    this.forget();
    this.container.removeEventListener("pointermove", this.follow);
    this.container.removeEventListener("pointerdown", this.follow);
    this.box.remove();
  }

  private readonly follow = (event: PointerEvent): void => {
    const { left, top } = this.container.getBoundingClientRect();
    this.pointer = { x: event.clientX - left, y: event.clientY - top };
    this.place();
  };

  private forget(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = null;
  }

  private tell(): void {
    const state = this.store.get();
    const about = state.hovered ?? state.hoveredEdge ?? "";
    if (about === this.shown) return;
    this.shown = about;
    this.forget();
    const said = words(state);
    this.box.hidden = !said;
    if (!said) return;
    this.write(said.head, said.lines, false);
    if (said.ask) this.timer = window.setTimeout(this.list, REST, said.head, said.ask);
  }

  private readonly list = (head: string, edge: GraphEdge): void => {
    const asking = new AbortController();
    this.asking = asking;
    ask<Evidence>(question(edge), asking.signal).then(
      (evidence) => !asking.signal.aborted && this.write(head, titles(evidence), true),
      () => undefined, // what the edge says is there already
    );
  };

  private write(head: string, lines: readonly string[], listed: boolean): void {
    const title = document.createElement("p");
    title.className = "graph-tip-head";
    title.dir = "auto";
    title.textContent = head;
    const list = document.createElement(listed ? "ul" : "div");
    for (const line of lines.filter(Boolean)) {
      const item = document.createElement(listed ? "li" : "p");
      item.dir = "auto";
      item.textContent = line;
      list.append(item);
    }
    this.box.replaceChildren(title, ...(list.childElementCount ? [list] : []));
    this.place();
  }

  /** Beside the pointer, on the side where there is room. */
  private place(): void {
    if (this.box.hidden) return;
    const { clientWidth: width, clientHeight: height } = this.container;
    const { offsetWidth: w, offsetHeight: h } = this.box;
    const { x, y } = this.pointer;
    const left = x + OFF + w <= width ? x + OFF : Math.max(0, x - OFF - w);
    const top = y + OFF + h <= height ? y + OFF : Math.max(0, y - OFF - h);
    this.box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
