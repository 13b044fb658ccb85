import { useEffect, useRef, useState } from "react";
import { count, plural } from "../../core/format";
import { keeping } from "../../core/kept";
import { plainMath } from "../../core/math";
import { type Entry, reading, remove } from "../../core/reading";
import { pageKey, route } from "../../core/route";
import { useStore } from "../../core/store";
import { ExportMenu } from "../ExportMenu";
import { PaperTitle } from "../PaperTitle";

/** The reading list beside the page: to open, to shorten, to take along. */
export default function Drawer({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useStore(reading);
  const kept = useStore(keeping);
  const [taken, take] = useState<{ says: string; before: readonly Entry[] } | null>(null);
  const page = pageKey(useStore(route));
  const first = useRef(page);
  const close = (): void => dialog.current?.close();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  useEffect(() => {
    // Another page was opened from here: the list does not stand in its way.
    if (page !== first.current) dialog.current?.close();
  }, [page]);
  const takeOff = (entries: readonly Entry[], says: string): void => {
    take({ says, before: list });
    reading.update(remove(new Set(entries.map((item) => item.id))));
  };
  const undo = (): void => {
    if (taken) reading.update(() => taken.before);
    take(null);
  };
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="reading-head" onClose={onClose} onClick={(event) => event.target === dialog.current && close()}>
      <div className="drawer-in">
        <header className="panel-head">
          <h2 id="reading-head">Reading list</h2>
          <button type="button" className="textbutton" onClick={close}>
            Close
          </button>
        </header>
        <p className="quiet drawer-note">
          {kept
            ? "Kept in this browser only: no account, and nobody else sees it."
            : "This browser keeps nothing for this site: the list lasts until the page is closed. Save it as a file to have it later."}
        </p>
        <p role="status" className="drawer-note">
          {taken && (
            <>
              {taken.says}{" "}
              <button type="button" className="textbutton" onClick={undo}>
                Undo
              </button>
            </>
          )}
        </p>
        {list.length === 0 && <p>Nothing is on the list. “Add to reading list” stands under every work.</p>}
        <ol className="near">
          {list.map((item) => (
            <Row key={item.id} item={item} onTake={() => takeOff([item], "One work was taken off the list.")} />
          ))}
        </ol>
        {list.length > 0 && (
          <footer className="drawer-foot">
            <ExportMenu label={list.length === 1 ? "Cite or export it" : `Cite or export all ${count(list.length)}`} ids={list.map((item) => item.id)} name="reading-list" />
            <button type="button" className="textbutton" onClick={() => takeOff(list, `${plural(list.length, "work")} ${list.length === 1 ? "was" : "were"} taken off the list.`)}>
              Take all off
            </button>
          </footer>
        )}
      </div>
    </dialog>
  );
}

function Row({ item, onTake }: { item: Entry; onTake: () => void }) {
  return (
    <li>
      <p className="near-title" dir="auto">
        <PaperTitle paper={item} />
      </p>
      <p className="quiet">{[item.by, item.year ?? "year not imported"].filter(Boolean).join(" · ")}</p>
      <div className="work-tools">
        <button type="button" className="textbutton" onClick={onTake}>
          Take off<span className="hidden"> {plainMath(item.title ?? item.id)}</span>
        </button>
      </div>
    </li>
  );
}
