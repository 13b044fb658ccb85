import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { Collaborators, Ref } from "../../core/api/types";
import { plural } from "../../core/format";
import { comparePath, segment } from "../../core/route";
import { Panel } from "../Panel";
import { Skeleton } from "../States";
import { Link } from "../To";

const FIRST = 12;

/** The closest co-authors of the one person chosen so far, each a press away from being compared. */
export function Candidates({ person }: { person: Ref }) {
  const answer = useResource<Collaborators>(address(`people/${segment(person.id)}/collaborators`, { limit: FIRST }));
  if (answer.error || answer.data?.total === 0) return null; // the search stands above, and is enough
  return (
    <Panel title={`Or compare with a co-author of ${person.label}`}>
      {!answer.data && <Skeleton lines={6} className="skeleton-rows" />}
      <ul className="candidates">
        {answer.data?.items.map((item) => (
          <li key={item.person.id}>
            <Link path={comparePath(person.id, item.person.id)}>{item.person.label}</Link> <span className="quiet">{plural(item.joint, "joint work")}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
