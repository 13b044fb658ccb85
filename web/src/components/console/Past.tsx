import type { Draft } from "../../core/console/address";
import { history } from "../../core/console/history";
import { keeping } from "../../core/kept";
import { useStore } from "../../core/store";

const moment = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** What was run before in this browser, to take up again. */
export function Past({ onOpen }: { onOpen: (draft: Draft) => void }) {
  const past = useStore(history);
  const kept = useStore(keeping);
  if (past.length === 0) return <p className="quiet">Queries that you run are listed here. {kept ? "Only this browser keeps them." : "This browser keeps nothing, so they are gone when the page is closed."}</p>;
  return (
    <>
      <ul className="picks">
        {past.map((query) => (
          <li key={query.at}>
            <button type="button" className="pick" onClick={() => onOpen(query)}>
              <code className="pick-text">{query.text.trim()}</code>
              <span className="pick-about">{moment.format(new Date(query.at))}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {kept ? "Only this browser keeps them." : "This browser keeps nothing."}{" "}
        <button type="button" className="textbutton" onClick={() => history.update(() => [])}>
          Clear the history
        </button>
      </p>
    </>
  );
}
