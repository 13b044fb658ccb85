import { useEffect, useId, useRef, useState } from "react";
import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Slice } from "../../core/api/types";
import { count, plural } from "../../core/format";
import { around, fromSlice, type GraphState, shown } from "../../core/graph";
import type { Picture } from "../../graph/mount";
import { createStore, type Store, usePart, useStore } from "../../core/store";
import { panelAddress } from "../../core/explore/address";
import { Explain } from "../Explain";
import { useSeen } from "../hooks";
import { SeeQuery } from "../SeeQuery";
import { Failure } from "../States";
import { Link } from "../To";
import { Details } from "./Details";
import { Legend } from "./Legend";
import { Stage } from "./Stage";
import { Twin } from "./Twin";
import { Zoom } from "./Zoom";

/** Nodes that a narrow picture can hold and still be read; a wide one takes the server's own number. */
const NARROW = 32;

/** How far the picture is: what stands in `data-state` of the panel. */
export type Step = "waiting" | "asking" | "drawing" | "drawn" | "undrawable" | "failed";

interface GraphPanelProps {
  path: string;
  name: string;
  /** Told what leads to the explorer from elsewhere on the page, once the picture is there. */
  onShown?: (shown: Onwards) => void;
}

/** The neighbourhood of a node: picture, facts of the selection and the same as a table; fetched when it comes into view. */
export function GraphPanel({ path, name, onShown }: GraphPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const picture = useRef<Picture | null>(null);
  const heading = useId();
  const seen = useSeen(panel);
  const told = useRef(onShown);
  told.current = onShown;
  // Asked once: turning a phone must not throw away what the reader selected and added.
  const [narrow] = useState(() => matchMedia("(max-width: 700px)").matches);
  const question = address(`${path}/slice`, { budget: narrow ? NARROW : undefined });
  const { data: slice, error, retry } = useResource<Slice>(seen ? question : null);
  const [store, setStore] = useState<Store<GraphState> | null>(null);
  const last = useRef("");
  const [drawn, setDrawn] = useState<"drawing" | "drawn" | "undrawable">("drawing");
  useEffect(() => {
    // The same slice, asked for anew, leaves the picture as the reader has it.
    const text = JSON.stringify(slice);
    if (!slice || text === last.current) return;
    last.current = text;
    const made = createStore(fromSlice(slice));
    setStore(made);
    told.current?.({ store: made, budget: narrow ? NARROW : undefined });
  }, [slice, narrow]);
  const step: Step = error ? "failed" : store ? drawn : seen ? "asking" : "waiting";
  return (
    <section ref={panel} className="panel graph" aria-labelledby={heading} data-state={step}>
      <header className="panel-head">
        <h2 id={heading}>Research graph</h2>
        <div className="panel-aside">
          {store && <Shown store={store} />}
          {store && <Onward store={store} budget={narrow ? NARROW : undefined} className="button button-small graph-onward" says="Open in explorer" />}
          {step === "drawn" && <Zoom picture={picture} />}
        </div>
      </header>
      {error ? (
        <div className="graph-stage">
          <Failure error={error} retry={retry} what="The graph slice could not be built." />
        </div>
      ) : (
        <Stage store={store} step={step} name={name} twin="The table below has the same nodes and edges." picture={picture} onStep={setDrawn} />
      )}
      <Legend store={store} />
      <Details store={store} />
      {store && <Twin store={store} open={step === "undrawable"} />}
      <SeeQuery path={question} />
    </section>
  );
}

/** A picture, and the nodes that it asked for where that is not the server's own number. */
export interface Onwards {
  store: Store<GraphState>;
  budget: number | undefined;
}

/** The way to the explorer with what is here: the centre, what was expanded, what is hidden, put by hand and selected. */
export function Onward({ store, budget, className, says }: Onwards & { className: string; says: string }) {
  const path = usePart(store, (state) => panelAddress(state, budget));
  return (
    <Link path={path} className={className}>
      {says}
    </Link>
  );
}

/** How much of the neighbourhood is in the picture, and why just this. */
function Shown({ store }: { store: Store<GraphState> }) {
  const state = useStore(store);
  const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, n) => total + n, 0);
  const [now, all] = [sum(shown(state)), sum(around(state))];
  return (
    <p className="graph-shown">
      <span role="status">
        {now === all ? plural(all, "neighbour") : `${count(now)} of ${count(all)} neighbours`} shown
      </span>
      <Explain why={state.rule} className="explain-end">
        why these
      </Explain>
    </p>
  );
}
