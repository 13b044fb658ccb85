import { LONGEST } from "../../core/console/address";
import { count } from "../../core/format";
import { Copy } from "../Copy";

interface BarProps {
  /** The link that reopens the query; empty while there is none. */
  link: string;
  running: boolean;
  onRun: () => void;
  onPlan: () => void;
  onCancel: () => void;
}

/** What can be done with the query. */
export function Bar({ link, running, onRun, onPlan, onCancel }: BarProps) {
  return (
    <div className="console-bar">
      <button type="button" className="button button-main" onClick={onRun}>
        Run
      </button>
      <button type="button" className="button" onClick={onPlan}>
        Plan
      </button>
      {running && (
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      )}
      {link.length > LONGEST ? (
        <span className="quiet">
          Too long for a link: {count(link.length)} of {count(LONGEST)} characters. <Copy text={() => link} label="Copy it all the same" />
        </span>
      ) : (
        link && <Copy text={() => link} label="Copy link" />
      )}
      <span className="console-help quiet">Ctrl Enter runs, Ctrl Space completes; Escape, then Tab, leaves the editor.</span>
    </div>
  );
}
