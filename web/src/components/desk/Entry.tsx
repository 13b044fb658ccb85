import { useEffect } from "react";
import { askWaiting, waiting } from "../../core/desk/waiting";
import { count } from "../../core/format";
import { route } from "../../core/route";
import { useStore } from "../../core/store";
import { Link } from "../To";

/** The way to the desk, with the number that waits there. */
export default function DeskEntry() {
  const now = useStore(route);
  const total = useStore(waiting)?.total ?? 0;
  useEffect(() => {
    const controller = new AbortController();
    void askWaiting(controller.signal);
    return () => controller.abort();
  }, [now]);
  return (
    <Link path="desk" className="desk-entry">
      <span className="desk-entry-word">Desk</span>
      {total > 0 && (
        <>
          {" "}
          <span className="desk-entry-count">
            {count(total)}
            <span className="hidden"> waiting</span>
          </span>
        </>
      )}
    </Link>
  );
}
