import { useRef, useState } from "react";
import type { Explorer } from "../../core/explore/explorer";
import { useStore } from "../../core/store";
import type { Picture } from "../../graph/mount";
import { Details } from "../graph/Details";
import { Legend } from "../graph/Legend";
import type { Step } from "../graph/Panel";
import { Stage } from "../graph/Stage";
import { Nodes } from "../graph/Twin";
import { rows } from "../../core/graph/words";
import { Zoom } from "../graph/Zoom";

/** The three parts of the explorer, in step: list, picture, details. */
export function Desk({ explorer }: { explorer: Explorer }) {
  const session = useStore(explorer.session);
  const state = useStore(explorer.graph);
  const picture = useRef<Picture | null>(null);
  const [drawn, setDrawn] = useState<"drawing" | "drawn" | "undrawable">("drawing");
  const ready = session.at > 0;
  const step: Step = ready ? drawn : "asking";
  return (
    <div className="explorer" data-state={step}>
      <h1 className="hidden">Explorer</h1>
      <div className="explorer-list">{ready && <Nodes store={explorer.graph} state={state} nodes={rows(state)} />}</div>
      <div className="explorer-picture">
        <Stage store={ready ? explorer.graph : null} step={step} name={state.center.map(explorer.label).join(", ")} picture={picture} onStep={setDrawn} />
        <Zoom picture={picture} />
        <Legend store={ready ? explorer.graph : null} />
      </div>
      <div className="explorer-details">
        <Details store={ready ? explorer.graph : null} />
      </div>
    </div>
  );
}
