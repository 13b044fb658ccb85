import type { Ref } from "../core/api/types";
import { count, schemeOf } from "../core/format";
import { KindIcon } from "./KindIcon";
import { Panel } from "./Panel";
import { SeeQuery } from "./SeeQuery";
import { To } from "./To";

/** Things by their names, each with the sign of its kind; topics with their scheme. */
export function Named({ items }: { items: Ref[] }) {
  return (
    <ul className="refs">
      {items.map((item) => (
        <li key={item.id}>
          <KindIcon kind={item.kind} />{" "}
          <To kind={item.kind} id={item.id}>
            {item.label}
          </To>
          {item.kind === "Topic" && (
            <>
              {" "}
              <span className="code">{schemeOf(item.id)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Named neighbours in a hierarchy; nothing when there are none. */
export function Refs({ title, items, query }: { title: string; items: Ref[]; query: string }) {
  if (items.length === 0) return null;
  return (
    <Panel title={title} aside={items.length > 1 ? count(items.length) : undefined}>
      <Named items={items} />
      <SeeQuery path={query} />
    </Panel>
  );
}
