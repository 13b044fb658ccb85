import { useState } from "react";
import { LONGEST, recipeAddress } from "../../core/explore/address";
import type { Explorer } from "../../core/explore/explorer";
import { saveRecipe } from "../../core/explore/file";
import { count, plural } from "../../core/format";
import { useStore } from "../../core/store";

/** Of what was left out, as many as one reads, each in short. */
const FEW = 5;
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const some = (all: readonly string[]): string[] => [...all.slice(0, FEW), ...(all.length > FEW ? [`and ${count(all.length - FEW)} more`] : [])];

/** What the reader must know of this view: the data changed, a step was not understood or not done, the address is too long. */
export function Notices({ explorer }: { explorer: Explorer }) {
  const { dataset, skipped, at, opened, undone } = useStore(explorer.session);
  const { unknown = [], dataset: made = null, elsewhere = false } = opened ?? {};
  const [closed, close] = useState<ReadonlySet<string>>(new Set());
  useStore(explorer.view);
  const notices: { text: string; save?: boolean }[] = [];
  if (made && dataset && made !== dataset) notices.push({ text: `The data changed since this view was made (version ${made} then, ${dataset} now): it shows what is known now.` });
  if (elsewhere) notices.push({ text: "This address stands for a view with more steps than an address can hold. Open its file, under Views." });
  if (unknown.length > 0) notices.push({ text: `${unknown.length === 1 ? "This step is" : "These steps are"} not known here and ${unknown.length === 1 ? "was" : "were"} left out: ${some(unknown.map(short)).join(", ")}.` });
  if (skipped.length > 0) notices.push({ text: at === 0 ? `This view could not be opened. ${some(skipped).join(" ")}` : `${plural(skipped.length, "step")} could not be done and ${skipped.length === 1 ? "was" : "were"} left out: ${some(skipped).join(" ")}` });
  if (at > 0 && recipeAddress(explorer.recipe()).length > LONGEST) notices.push({ text: "This view has more steps than an address can hold. Save it as a file to open or share it later.", save: true });
  const shown = notices.filter((notice) => !closed.has(notice.text));
  if (shown.length === 0 && !undone) return null;
  return (
    <div className="notices" role="status">
      <ul>
        {undone && (
          <li>
            <span>{undone.why}</span>
            {undone.again && (
              <button type="button" className="textbutton" onClick={undone.again}>
                Try again
              </button>
            )}
            <button type="button" className="textbutton" onClick={() => explorer.say("")}>
              Close
            </button>
          </li>
        )}
        {shown.map(({ text, save }) => (
          <li key={text}>
            <span>{text}</span>
            {save && (
              <button type="button" className="textbutton" onClick={() => saveRecipe(explorer)}>
                Save as a file
              </button>
            )}
            <button type="button" className="textbutton" onClick={() => close(new Set([...closed, text]))}>
              Close
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
