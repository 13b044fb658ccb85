import type { Work } from "../core/api/types";
import { add, entry, reading, remove } from "../core/reading";
import { usePart } from "../core/store";

/** Puts a work on the reading list of this browser, or takes it off. */
export function ToRead({ work }: { work: Work }) {
  const on = usePart(reading, (list) => list.some((item) => item.id === work.id));
  const press = (): void => reading.update(on ? remove(new Set([work.id])) : add([entry(work)]));
  return (
    <button type="button" className="textbutton to-read" onClick={press}>
      {on ? "Take off the reading list" : "Add to reading list"}
    </button>
  );
}
