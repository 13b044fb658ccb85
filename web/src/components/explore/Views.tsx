import { type FormEvent, useRef, useState } from "react";
import { decode, encode } from "../../core/explore/address";
import type { Explorer } from "../../core/explore/explorer";
import { NoView, readFile } from "../../core/explore/file";
import { saved, type SavedView, withView } from "../../core/explore/saved";
import { date, plural } from "../../core/format";
import { keeping } from "../../core/kept";
import { plainMath } from "../../core/math";
import { useStore } from "../../core/store";
import { Menu } from "../Menu";

/** Views that were saved on this device: save, open, rename, delete; and views from files. */
export function Views({ explorer }: { explorer: Explorer }) {
  return (
    <Menu label="Views" title="Saved views" className="button button-small">
      {() => <Saved explorer={explorer} />}
    </Menu>
  );
}

function Saved({ explorer }: { explorer: Explorer }) {
  const views = useStore(saved);
  const kept = useStore(keeping);
  const [says, say] = useState("");
  const keep = (next: SavedView[], done: string): void => {
    saved.update(() => next);
    if (keeping.get()) return say(done);
    saved.update(() => views);
    say("This browser keeps no more; delete a view, or save this one as a file.");
  };
  const open = (query: string): void => void explorer.open(decode(query));
  return (
    <div className="views">
      {!kept && views.length === 0 ? (
        <p>This browser keeps nothing between visits (private mode, or no room). Save the view as a file instead, under Share.</p>
      ) : (
        <>
          <Save explorer={explorer} save={(name) => keep(withView(views, { name, query: encode(explorer.recipe()), at: new Date().toISOString() }), `Saved as “${name}”.`)} />
          {views.length === 0 && <p className="quiet">No view is saved on this device yet.</p>}
          <ul>
            {views.map((view) => (
              <One key={view.name} view={view} open={() => open(view.query)} rename={(name) => keep(views.map((each) => (each === view ? { ...view, name } : each)), `Renamed to “${name}”.`)} remove={() => keep(views.filter((each) => each !== view), `Deleted “${view.name}”.`)} taken={views.map((each) => each.name)} />
            ))}
          </ul>
        </>
      )}
      <FromFile explorer={explorer} say={say} />
      <p role="status">{says}</p>
    </div>
  );
}

function Save({ explorer, save }: { explorer: Explorer; save: (name: string) => void }) {
  const { at } = useStore(explorer.session);
  const [name, setName] = useState(() => explorer.graph.get().center.map((id) => plainMath(explorer.label(id))).join(", "));
  if (at === 0) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim()) save(name.trim());
  };
  return (
    <form className="views-save" onSubmit={submit}>
      <input aria-label="Name of this view" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      <button type="submit" className="button button-small" disabled={!name.trim()}>
        Save view
      </button>
    </form>
  );
}

interface OneProps {
  view: SavedView;
  taken: string[];
  open: () => void;
  rename: (name: string) => void;
  remove: () => void;
}

function One({ view, taken, open, rename, remove }: OneProps) {
  const [name, setName] = useState<string | null>(null);
  const wanted = name?.trim() ?? "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted && wanted !== view.name) rename(wanted);
    setName(null);
  };
  if (name !== null) {
    const clash = wanted !== view.name && taken.includes(wanted);
    return (
      <li>
        <form className="views-save" onSubmit={submit}>
          <input aria-label={`New name of ${view.name}`} value={name} maxLength={120} autoFocus onChange={(event) => setName(event.target.value)} />
          <button type="submit" className="button button-small" disabled={!wanted || clash}>
            {clash ? "Taken" : "Rename"}
          </button>
        </form>
      </li>
    );
  }
  return (
    <li className="views-one">
      <button type="button" className="textbutton views-name" onClick={open} dir="auto">
        {view.name}
      </button>
      <span className="quiet">{date(view.at)}</span>
      <button type="button" className="textbutton" onClick={() => setName(view.name)}>
        Rename<span className="hidden"> {view.name}</span>
      </button>
      <button type="button" className="textbutton" onClick={remove}>
        Delete<span className="hidden"> {view.name}</span>
      </button>
    </li>
  );
}

/** Open a view that was saved as a file. */
function FromFile({ explorer, say }: { explorer: Explorer; say: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (): Promise<void> => {
    const file = input.current?.files?.[0];
    if (!file) return;
    try {
      const recipe = readFile(await file.text());
      await explorer.open(recipe);
      say(recipe.unknown.length > 0 ? `Opened, without ${plural(recipe.unknown.length, "step")} not known here.` : "Opened.");
    } catch (error) {
      say(error instanceof NoView ? error.message : "This file could not be read.");
    }
    if (input.current) input.current.value = "";
  };
  return (
    <p className="views-file">
      <button type="button" className="button button-small" onClick={() => input.current?.click()}>
        Open a file…
      </button>
      <input ref={input} className="hidden" type="file" accept=".json,application/json" aria-label="File of a view" tabIndex={-1} onChange={() => void read()} />
    </p>
  );
}
