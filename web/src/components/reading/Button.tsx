import { lazy, useState } from "react";
import { count, plural } from "../../core/format";
import { reading } from "../../core/reading";
import { usePart } from "../../core/store";
import { Later } from "../Boundary";

const Drawer = lazy(() => import("./Drawer"));

/** Opens the reading list, and says how many works are on it. */
export function ReadingButton() {
  const on = usePart(reading, (list) => list.length);
  const [open, setOpen] = useState(false);
  const label = `Reading list, ${plural(on, "work")}`;
  return (
    <>
      <button type="button" className="icon-button reading-button" aria-label={label} title={label} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
          <path d="M6.5 3.5h11v17l-5.5-4-5.5 4z" />
        </svg>
        {on > 0 && (
          <span className="reading-count" aria-hidden="true">
            {on > 99 ? "99+" : count(on)}
          </span>
        )}
      </button>
      <span className="hidden" role="status">
        {on > 0 && `${plural(on, "work")} on the reading list`}
      </span>
      {open && (
        <Later>
          <Drawer onClose={() => setOpen(false)} />
        </Later>
      )}
    </>
  );
}
