import { lazy } from "react";
import { address } from "../core/api/client";
import { useResource } from "../core/api/resource";
import type { Dataset } from "../core/api/types";
import { Later } from "../components/Boundary";
import { useTitle } from "../components/hooks";
import { Panel } from "../components/Panel";
import { isLive } from "../core/imports/live";
import { Link } from "../components/To";

const BringIn = lazy(async () => ({ default: (await import("../components/BringIn")).BringIn }));

/** An id of nothing in the graph: said, with the ways on. */
export function Unknown({ id, detail }: { id: string; detail: string }) {
  useTitle("Not in this graph · BZPEER");
  const dataset = useResource<Dataset>(address("dataset"));
  return (
    <div className="missing">
      <p className="kicker">Not found</p>
      <h1>Not in this graph</h1>
      <p className="lede">{detail}</p>
      <p>
        Search above for a name or a title, or go to the <Link path="">start page</Link>.
      </p>
      {dataset.data?.imports && isLive(id) && (
        <Panel title="Or bring it in">
          <Later waiting={<div className="bring-waiting" />}>
            <BringIn first={id} />
          </Later>
        </Panel>
      )}
    </div>
  );
}
