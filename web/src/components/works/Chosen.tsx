import type { Work } from "../../core/api/types";
import { plural } from "../../core/format";
import { add, entry, reading } from "../../core/reading";
import { useStore } from "../../core/store";
import { ExportMenu } from "../ExportMenu";
import { type Chosen, toggle } from "./List";

interface ChosenBarProps {
  works: readonly Work[];
  chosen: Chosen;
  /** The list as a question, with its filter, for an export of all. */
  path: string;
  total: number;
  name: string;
}

/** Choose all that is shown, and what can be done with what is chosen, or with all. */
export function ChosenBar({ works, chosen, path, total, name }: ChosenBarProps) {
  const picked = useStore(chosen);
  const here = works.filter((work) => picked.has(work.id)).length;
  const all = here > 0 && here === works.length;
  return (
    <div className={picked.size > 0 ? "chosen chosen-some" : "chosen"} role="group" aria-label="Choose and export works">
      <label className="work-choose">
        <input
          type="checkbox"
          checked={all}
          disabled={works.length === 0}
          ref={(box) => {
            if (box) box.indeterminate = here > 0 && !all;
          }}
          onChange={() => chosen.update(toggle(works, !all))}
        />
        <span>{plural(works.length, "work")} shown</span>
      </label>
      <span role="status">{picked.size > 0 && `${plural(picked.size, "work")} chosen`}</span>
      {picked.size > 0 && (
        <>
          <ExportMenu label="Cite or export these" ids={[...picked.keys()]} name={`${name}-chosen`} />
          <ListChosen works={[...picked.values()]} />
          <button type="button" className="textbutton" onClick={() => chosen.update(() => new Map())}>
            Choose none
          </button>
        </>
      )}
      {picked.size === 0 && total > 0 && <ExportMenu label={total === 1 ? "Cite or export it" : `Cite or export all ${total}`} path={path} name={name} />}
    </div>
  );
}

/** Put what is chosen on the reading list. */
function ListChosen({ works }: { works: readonly Work[] }) {
  const listed = useStore(reading);
  const fresh = works.filter((work) => !listed.some((item) => item.id === work.id));
  return (
    <button type="button" className="textbutton" disabled={fresh.length === 0} onClick={() => reading.update(add(fresh.map(entry)))}>
      {fresh.length === 0 ? "On your reading list" : "Add to reading list"}
    </button>
  );
}
