import type { RefObject } from "react";
import type { Explorer } from "../../core/explore/explorer";
import { visible } from "../../core/explore/rows";
import { count } from "../../core/format";
import { plainMath } from "../../core/math";
import { useStore } from "../../core/store";
import type { Picture } from "../../graph/mount";
import type { Step } from "../graph/Panel";
import { Stage } from "../graph/Stage";
import { Zoom } from "../graph/Zoom";
import { Failure } from "../States";
import { expandNext, keys } from "./acts";
import { Fold } from "./Fold";
import { Drawn } from "./Rest";
import { EdgeTable, NodeTable } from "./Tables";

export type Face = "picture" | "nodes" | "edges";

const TWIN = "Nodes and Edges, above the picture, show the same as tables.";

interface CenterProps {
  explorer: Explorer;
  step: Step;
  face: Face;
  onFace: (face: Face) => void;
  picture: RefObject<Picture | null>;
  onStep: (step: "drawn" | "undrawable") => void;
  /** Tries to open the view once more. */
  again: () => void;
}

/** The picture, or the same as tables. The picture stays drawn behind them, so that turning back is instant. */
export function Center({ explorer, step, face, onFace, picture, onStep, again }: CenterProps) {
  const state = useStore(explorer.view);
  const { at, failed } = useStore(explorer.session);
  const name = state.center.map((id) => plainMath(explorer.label(id))).join(", ");
  const faces: [Face, string][] = [
    ["picture", "Picture"],
    ["nodes", `Nodes ${count(visible(state).length)}`],
    ["edges", "Edges"],
  ];
  return (
    <section className="explorer-center" aria-label="Picture and tables">
      <div className="explorer-faces">
        <Fold side="list" />
        <div className="faces" role="group" aria-label="Show as">
          {faces.map(([each, text]) => (
            <button key={each} type="button" aria-pressed={face === each} onClick={() => onFace(each)}>
              {text}
            </button>
          ))}
        </div>
        {face === "picture" && step === "drawn" && <Zoom picture={picture} />}
        <Fold side="details" />
        <Drawn explorer={explorer} state={state} />
      </div>
      <div className="explorer-stage" hidden={face !== "picture"} onKeyDown={(event) => keys(event, explorer, state.selected)}>
        {failed ? (
          <Failure error={failed} retry={again} what="This view could not be built." />
        ) : (
          <Stage store={at > 0 ? explorer.graph : null} step={step} name={name} twin={TWIN} picture={picture} onStep={onStep} onExpand={(id) => void expandNext(explorer, id)} />
        )}
      </div>
      {face === "nodes" && <NodeTable explorer={explorer} />}
      {face === "edges" && <EdgeTable explorer={explorer} />}
    </section>
  );
}
