import type { Ref } from "../core/api/types";
import { schemeOf } from "../core/format";
import { KindIcon } from "./KindIcon";
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
