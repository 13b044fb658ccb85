import { type ReactNode, useState } from "react";
import type { useResource } from "../../core/api/resource";
import type { GraphSchema, NamedQueries, NamedQuery } from "../../core/api/types";
import type { Draft } from "../../core/console/address";
import { useMedia } from "../hooks";
import { Past } from "./Past";
import { Queries } from "./Queries";
import { Schema } from "./Schema";

type Part = "Queries" | "Schema" | "History";

interface SideProps {
  schema: ReturnType<typeof useResource<GraphSchema>>;
  queries: ReturnType<typeof useResource<NamedQueries>>;
  onInsert: (text: string) => void;
  onPick: (query: NamedQuery) => void;
  onOpen: (draft: Draft) => void;
}

/** Beside the editor: queries to begin with, what the graph holds, what was run before. On a narrow page nothing is open at first. */
export function Side({ schema, queries, onInsert, onPick, onOpen }: SideProps) {
  const narrow = useMedia("(max-width: 900px)");
  const [chosen, choose] = useState<Part | null | undefined>(undefined);
  const open = chosen === undefined ? (narrow ? null : "Queries") : chosen;
  /** What is taken up stands in the editor below: make way for it where there is no room for both. */
  const taken = <T,>(take: (what: T) => void) => (what: T): void => {
    take(what);
    if (narrow) choose(null);
  };
  const parts: Record<Part, () => ReactNode> = {
    Queries: () => <Queries answer={queries} onPick={taken(onPick)} />,
    Schema: () => <Schema answer={schema} onInsert={onInsert} />,
    History: () => <Past onOpen={taken(onOpen)} />,
  };
  return (
    <aside className="console-side" aria-label="Queries, schema and history">
      <div className="choices" role="group" aria-label="Show beside the editor">
        {(Object.keys(parts) as Part[]).map((part) => (
          <button key={part} type="button" aria-pressed={part === open} onClick={() => choose(part === open ? null : part)}>
            {part}
          </button>
        ))}
      </div>
      {open && (
        <div className="console-side-in" tabIndex={0} role="region" aria-label={open}>
          {parts[open]()}
        </div>
      )}
    </aside>
  );
}
