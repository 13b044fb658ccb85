import { lazy } from "react";
import { plainMath, splitMath } from "../core/math";
import { Later } from "./Boundary";

const Formula = lazy(() => import("./Formula"));

/** Text with its `$…$` typeset; the typesetter is fetched only for text that has any, and plain signs stand in until then. */
export function MathText({ text }: { text: string }) {
  if (!text.includes("$")) return text;
  return splitMath(text).map((run, i) => {
    if (!run.tex) return run.text;
    const plain = plainMath(`$${run.text}$`);
    return (
      <Later key={i} waiting={plain} instead={plain}>
        <Formula tex={run.text} />
      </Later>
    );
  });
}
