import { useState } from "react";
import { plural } from "../core/format";

const FIRST = 6;

/** Other names of a person or an institution: the first ones, the rest one press away. */
export function Variants({ names }: { names: string[] }) {
  const [all, setAll] = useState(false);
  if (names.length === 0) return null;
  return (
    <p className="variants">
      also <span dir="auto">{(all ? names : names.slice(0, FIRST)).join(" · ")}</span>
      {names.length > FIRST && (
        <>
          {" "}
          <button type="button" className="textbutton" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Show fewer" : `and ${plural(names.length - FIRST, "more name")}`}
          </button>
        </>
      )}
    </p>
  );
}
