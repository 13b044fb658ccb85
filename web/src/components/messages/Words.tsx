import type { Linked } from "../../core/api/types";
import { runs } from "../../core/talks";
import { MathText } from "../MathText";
import { To } from "../To";

/** What somebody has written: math is set, what it names of the graph is a link, and all else is text. */
export function Words({ text, links = [] }: { text: string; links?: readonly Linked[] }) {
  return (
    <p className="said-words" dir="auto">
      {runs(text, links).map(({ text: run, node }, i) =>
        node ? (
          <To key={i} kind={node.kind} id={node.id}>
            <MathText text={node.label} />
          </To>
        ) : (
          <MathText key={i} text={run} />
        ),
      )}
    </p>
  );
}
