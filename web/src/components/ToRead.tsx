import type { Work } from "../core/api/types";
import { add, entry, MOST, reading, remove } from "../core/reading";
import { usePart } from "../core/store";

/** Puts a work on the reading list of this browser, or takes it off. */
export function ToRead({ work }: { work: Work }) {
  const on = usePart(reading, (list) => list.some((item) => item.id === work.id));
  const full = usePart(reading, (list) => list.length >= MOST);
  const press = (): void => reading.update(on ? remove(new Set([work.id])) : add([entry(work)]));
  return (
    <button type="button" className={on ? "textbutton to-read-on" : "textbutton"} disabled={full && !on} onClick={press}>
      {on ? "Take off the reading list" : full ? "The reading list is full" : "Add to reading list"}
    </button>
  );
}
