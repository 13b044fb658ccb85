import { useEffect } from "react";
import type { Explorer } from "../../core/explore/explorer";
import { useStore } from "../../core/store";
import { expandNext } from "./acts";

export type Sheet = "list" | "details" | "foot";

const NAMES: [Sheet, string][] = [
  ["list", "List"],
  ["details", "Details"],
  ["foot", "Looks"],
];

/** On a narrow screen the parts beside the picture come from below; these buttons call them, and expand what is selected, or the start. */
export function Sheets({ explorer, open, toggle, close }: { explorer: Explorer; open: Sheet | null; toggle: (sheet: Sheet) => void; close: () => void }) {
  const { selected, center } = useStore(explorer.view);
  const node = selected ?? (center.length === 1 ? center[0] : undefined);
  useEffect(() => {
    if (!open) return;
    const escape = (event: KeyboardEvent): void => {
      if (event.key === "Escape") close();
    };
    addEventListener("keydown", escape);
    return () => removeEventListener("keydown", escape);
  }, [open, close]);
  return (
    <div className="sheets" role="group" aria-label="Parts">
      {NAMES.map(([sheet, name]) => (
        <button key={sheet} type="button" aria-expanded={open === sheet} onClick={() => toggle(sheet)}>
          {name}
        </button>
      ))}
      <button type="button" className="sheets-main" disabled={!node} onClick={() => node && void expandNext(explorer, node)}>
        +10
        <span className="hidden"> {selected ? "around the selected node" : "around the start"}</span>
      </button>
    </div>
  );
}
