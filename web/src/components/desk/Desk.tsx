import type { DeskWaiting } from "../../core/api/types";
import { type Place, placeOf, deskPath, QUEUES } from "../../core/desk";
import { askWaiting, waiting } from "../../core/desk/waiting";
import { count, plural } from "../../core/format";
import { useStore } from "../../core/store";
import { useTitle } from "../hooks";
import { Link } from "../To";
import { Items } from "./Items";

/** The moderators' desk: what waits in each queue, and one queue at a time. */
export function Desk({ query }: { query: string }) {
  const waits = useStore(waiting);
  const place = placeOf(query);
  useTitle("Moderators’ desk · BZPEER");
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>Moderators’ desk</h1>
        <p className="quiet">{!waits ? " " : waits.total === 0 ? "Nothing waits for a decision." : `${plural(waits.total, "request waits", "requests wait")} for a decision.`}</p>
      </header>
      <Queues place={place} waits={waits} />
      <Items key={`${place.queue.name} ${place.state} ${place.page}`} place={place} decided={() => void askWaiting()} />
    </div>
  );
}

function Queues({ place, waits }: { place: Place; waits: DeskWaiting | null }) {
  return (
    <nav aria-label="Queues">
      <ul className="desk-queues">
        {QUEUES.map((queue) => (
          <li key={queue.name} data-on={queue === place.queue}>
            <Link path={deskPath(queue)}>
              {queue.title} <span className="desk-count">{waits ? count(waits[queue.name]) : "–"}</span>
              {queue === place.queue && <span className="hidden"> (open)</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
