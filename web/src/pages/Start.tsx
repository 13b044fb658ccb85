import "../styles/start.css";
import { lazy } from "react";
import { address } from "../core/api/client";
import { useResource } from "../core/api/resource";
import type { Dataset } from "../core/api/types";
import { Later } from "../components/Boundary";
import { useTitle } from "../components/hooks";
import { Panel } from "../components/Panel";
import { Search } from "../components/Search";
import { Holdings, Loads } from "../components/start/Holdings";
import { People } from "../components/start/People";
import { Link } from "../components/To";

const BringIn = lazy(async () => ({ default: (await import("../components/BringIn")).BringIn }));

/** Search first; then some people to open, what the data set holds and how fresh it is. */
export function StartPage() {
  useTitle("BZPEER: researchers in context");
  const dataset = useResource<Dataset>(address("dataset"));
  return (
    <div className="start">
      <header className="start-head">
        <h1>Researchers in context</h1>
        <p className="lede">The papers, people, topics and institutions around one person, as a page, a picture and a ranking with its evidence.</p>
        <Search large />
      </header>
      <div className="columns">
        <div>
          <People imports={dataset.data?.imports ?? false} />
          {dataset.data?.imports && (
            <Panel title="Not here? Bring in a person or a paper">
              <Later waiting={<div className="bring-waiting" />}>
                <BringIn />
              </Later>
            </Panel>
          )}
          <Loads answer={dataset} />
        </div>
        <div className="side">
          <Holdings answer={dataset} />
        </div>
      </div>
      <p className="start-foot">
        <Link path="privacy">Privacy</Link>
      </p>
    </div>
  );
}
