import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Picture } from "../../graph/mount";
import type { Arrow } from "../../graph/walk";
import { type GraphState, stepBack } from "../../core/graph";
import type { Store } from "../../core/store";
import type { Step } from "./Panel";

const SAYS: Partial<Record<Step, string>> = {
  waiting: "The picture is built when it comes into view.",
  asking: "Asking for the nearby papers, people, topics and institutions.",
  drawing: "Placing what was found.",
  undrawable: "This browser cannot draw the picture (WebGL is off).",
};

interface StageProps {
  store: Store<GraphState> | null;
  step: Step;
  name: string;
  /** A sentence that leads to the same nodes and edges in words. */
  twin: string;
  /** Where the drawn picture is left for the zoom buttons. */
  picture: RefObject<Picture | null>;
  onStep: (step: "drawn" | "undrawable") => void;
  /** What a double click on a node does; given where the picture fills the window. */
  onExpand?: (id: string) => void;
}

/** The canvas with its loading state. */
export function Stage({ store, step, name, twin, picture, onStep, onExpand }: StageProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const expand = useRef(onExpand);
  const [says, say] = useState("");
  expand.current = onExpand;
  useEffect(() => {
    if (!store) return;
    let gone = false;
    import("../../graph/mount").then(
      ({ mountGraph }) => {
        if (gone || !canvas.current) return;
        try {
          picture.current = mountGraph(canvas.current, store, { onExpand: (id) => expand.current?.(id), fills: expand.current !== undefined });
          onStep("drawn");
        } catch {
          onStep("undrawable");
        }
      },
      () => !gone && onStep("undrawable"),
    );
    return () => {
      gone = true;
      picture.current?.destroy();
      picture.current = null;
    };
  }, [store, picture, onStep]);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === "Escape") store?.update(stepBack);
    else if (event.key === "+" || event.key === "=") picture.current?.zoom(1.5);
    else if (event.key === "-") picture.current?.zoom(1 / 1.5);
    else if (event.key === "0") picture.current?.fit();
    else if (event.key.startsWith("Arrow") && picture.current) {
      event.preventDefault(); // the page stays where it is
      say(picture.current.walk(event.key as Arrow));
    }
  };
  return (
    <div className="graph-stage">
      <div
        ref={canvas}
        className="graph-canvas"
        role="application"
        tabIndex={0}
        aria-label={`Picture of the graph around ${name}. The arrow keys go from node to node, plus and minus zoom, 0 shows all, Escape clears the selection. ${twin}`}
        onKeyDown={keys}
      />
      <p className="hidden" role="status">
        {says}
      </p>
      {step !== "drawn" && <Building step={step} twin={twin} />}
    </div>
  );
}

function Building({ step, twin }: { step: Step; twin: string }) {
  return (
    <div className="graph-building" role="status">
      <svg className="graph-rings" viewBox="-100 -100 200 200" aria-hidden="true">
        <circle r="14" />
        <circle r="42" />
        <circle r="70" />
        <circle r="96" />
      </svg>
      <div className="graph-building-text">
        {step !== "undrawable" && <p className="graph-building-title">Building this graph slice</p>}
        <p>
          {SAYS[step]} {step === "undrawable" && twin}
        </p>
      </div>
    </div>
  );
}
