import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import type { Kind } from "../../core/api/types";
import type { Explorer } from "../../core/explore/explorer";
import { visible } from "../../core/explore/rows";
import { count, kindName } from "../../core/format";
import { around, type GraphNode, type GraphState, KINDS, select, shown, toggleMark } from "../../core/graph";
import { nodeFacts } from "../../core/graph/words";
import { plainMath } from "../../core/math";
import { useStore } from "../../core/store";
import { Explain } from "../Explain";
import { KindIcon } from "../KindIcon";
import { MathText } from "../MathText";
import { KEYS_HELP, keys } from "./acts";
import { Filters } from "./Filters";
import { Colours } from "./Key";
import { Rest } from "./Rest";

/** What is in the picture as a list by kind; selected here is selected there. */
export function List({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const [text, setText] = useState("");
  const wanted = text.trim().toLocaleLowerCase();
  const nodes = visible(state).filter((node) => !wanted || plainMath(node.label).toLocaleLowerCase().includes(wanted));
  const groups = [
    { kind: null, nodes: nodes.filter((node) => node.center) },
    ...KINDS.map((kind) => ({ kind, nodes: nodes.filter((node) => node.kind === kind && !node.center) })),
  ].filter((group) => group.nodes.length > 0);
  return (
    <>
      <div className="list-head">
        <input className="list-find" type="search" placeholder="Find in the picture" aria-label="Find in the picture" value={text} onChange={(event) => setText(event.target.value)} />
        <Explain why={KEYS_HELP} className="explain-end explain-icon">
          <Keyboard />
        </Explain>
      </div>
      <Filters explorer={explorer} />
      <Colours explorer={explorer} state={state} />
      <Rows explorer={explorer} state={state} groups={groups} />
      {wanted && nodes.length === 0 && <p className="quiet list-none">Nothing in the picture is called “{text.trim()}”.</p>}
      <Rest explorer={explorer} state={state} />
    </>
  );
}

/** The sign of a keyboard: what the keys do to a node. */
function Keyboard() {
  return (
    <>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
        <rect x="2" y="5" width="16" height="10.5" rx="2" />
        <path d="M5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 12h7" />
      </svg>
      <span className="hidden">Keys</span>
    </>
  );
}

interface Group {
  /** Null: what the view starts from. */
  kind: Kind | null;
  nodes: GraphNode[];
}

function Rows({ explorer, state, groups }: { explorer: Explorer; state: GraphState; groups: Group[] }) {
  const list = useRef<HTMLDivElement>(null);
  const order = groups.flatMap((group) => group.nodes);
  const current = order.some((node) => node.id === state.selected) ? state.selected : (order[0]?.id ?? null);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(".row-name[tabindex='0']");
    if (list.current?.contains(document.activeElement) && document.activeElement?.matches(".row-name")) row?.focus();
    else if (state.selected) row?.scrollIntoView({ block: "nearest" });
  }, [state.selected]);
  const move = (event: KeyboardEvent): void => {
    const at = order.findIndex((node) => node.id === current);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined) return void keys(event, explorer, current);
    event.preventDefault();
    explorer.graph.update(select(order[Math.max(0, Math.min(order.length - 1, to))]?.id ?? null));
  };
  return (
    <div ref={list} className="rows" onKeyDown={move}>
      {groups.map(({ kind, nodes }) => (
        <section key={kind ?? "start"} aria-label={kind ? kindName(kind) : "Start"}>
          <h2 className="rows-kind">
            {kind ? kindName(kind) : "Start"} {kind && <span>{ofAll(state, kind, nodes.length)}</span>}
          </h2>
          <ul>
            {nodes.map((node) => (
              <Row key={node.id} explorer={explorer} state={state} node={node} current={node.id === current} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** How many of a kind are listed, and how many of those around the start that is. */
function ofAll(state: GraphState, kind: Kind, listed: number): string {
  const [near, all] = [shown(state)[kind], around(state)[kind]];
  if (near === all) return count(listed);
  return near === listed ? `${count(near)} of ${count(all)}` : `${count(listed)}; ${count(near)} of ${count(all)} around the start`;
}

function Row({ explorer, state, node, current }: { explorer: Explorer; state: GraphState; node: GraphNode; current: boolean }) {
  const name = plainMath(node.label);
  const choose = (event: MouseEvent): void => {
    // Enter and Space on the row are keys of their own; a press by mouse or finger selects.
    if (event.detail === 0) return;
    explorer.graph.update(event.ctrlKey || event.metaKey || event.shiftKey ? toggleMark(node.id) : select(node.id));
  };
  return (
    <li className="row" data-selected={node.id === state.selected ? "" : undefined}>
      <label className="row-mark">
        <input type="checkbox" checked={state.marked.has(node.id)} tabIndex={current ? 0 : -1} aria-label={`Mark ${name}`} onChange={() => explorer.graph.update(toggleMark(node.id))} onKeyDown={(event) => event.key === " " && event.stopPropagation()} />
      </label>
      <button type="button" className="row-name" tabIndex={current ? 0 : -1} aria-pressed={node.id === state.selected} onClick={choose}>
        <KindIcon kind={node.kind} />
        <span dir="auto">
          <MathText text={node.label} />
          <span className="row-facts">
            {nodeFacts(node).join(" · ")}
            {state.pinned.has(node.id) && " · pinned"}
          </span>
        </span>
      </button>
    </li>
  );
}
