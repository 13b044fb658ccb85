import { lazy, Suspense } from "react";
import { plainMath, splitMath } from "../core/math";

const Formula = lazy(() => import("./Formula"));

/** Text with its `$…$` typeset; the typesetter is fetched only for text that has any, and plain signs stand in until then. */
export function MathText({ text }: { text: string }) {
  if (!text.includes("$")) return text;
  return splitMath(text).map((run, i) =>
    run.tex ? (
      <Suspense key={i} fallback={plainMath(`$${run.text}$`)}>
        <Formula tex={run.text} />
      </Suspense>
    ) : (
      run.text
    ),
  );
}
