import { useRef, useState } from "react";
import { recipeAddress } from "../../core/explore/address";
import type { Explorer } from "../../core/explore/explorer";
import { visible } from "../../core/explore/rows";
import { count, plural } from "../../core/format";
import { around, KINDS } from "../../core/graph";
import { plainMath } from "../../core/math";
import { base } from "../../core/route";
import { useStore } from "../../core/store";
import type { Picture } from "../../graph/mount";
import type { Step } from "../graph/Panel";
import { Stage } from "../graph/Stage";
import { Zoom } from "../graph/Zoom";
import { Failure } from "../States";

/** A view inside another page: to look at and to select in, with the way to the explorer. */
export function Embedded({ explorer, again }: { explorer: Explorer; again: () => void }) {
  const { at, doing, failed, skipped, dataset, opened } = useStore(explorer.session);
  const made = opened?.dataset;
  const state = useStore(explorer.view);
  const picture = useRef<Picture | null>(null);
  const [drawn, setDrawn] = useState<"drawing" | "drawn" | "undrawable">("drawing");
  const step: Step = failed ? "failed" : at === 0 ? (doing ? "asking" : "waiting") : drawn;
  const name = state.center.map((id) => plainMath(explorer.label(id))).join(", ");
  const link = new URL(recipeAddress(explorer.recipe()), base()).href;
  const all = KINDS.reduce((sum, kind) => sum + around(state)[kind], state.center.length);
  const shown = visible(state).length;
  return (
    <div className="embedded" data-state={step}>
      <div className="embedded-stage">
        {failed && <Failure error={failed} retry={again} what="This view could not be built." />}
        {!failed && at === 0 && !doing && <p className="embedded-none">{skipped[0] ?? "This address holds no view. Make one in the explorer and copy its embed code."}</p>}
        {!failed && (at > 0 || doing) && <Stage store={at > 0 ? explorer.graph : null} step={step} name={name} twin="The explorer, which opens from the foot, has the same nodes and edges as tables." picture={picture} onStep={setDrawn} />}
      </div>
      <footer className="embedded-foot">
        <span>
          <strong dir="auto">{name}</strong> {at > 0 && <span className="quiet">{shown < all ? `${count(shown)} of ${plural(all, "node")}` : plural(shown, "node")}</span>}
          {made && dataset && made !== dataset && <span className="quiet"> · the data changed since this was made</span>}
        </span>
        {step === "drawn" && <Zoom picture={picture} />}
        <a href={link} target="_blank" rel="noopener">
          Open in BZPEER
        </a>
      </footer>
    </div>
  );
}
