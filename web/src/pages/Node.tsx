import { type ComponentType, lazy, type ReactNode, useEffect } from "react";
import { address } from "../core/api/client";
import { useResource } from "../core/api/resource";
import type { Kind } from "../core/api/types";
import { kindName } from "../core/format";
import { folder, segment } from "../core/route";
import { Later } from "../components/Boundary";
import { KindIcon } from "../components/KindIcon";
import { Failure, Skeleton } from "../components/States";
import { Unknown } from "./Unknown";

/** Path of a node below /api. */
export const nodePath = (kind: Kind, id: string): string => `${folder(kind)}/${segment(id)}`;

/** Fetch the facts of a node and show its page: skeleton, failure, not found, or `children`. */
export function NodePage<T>({ kind, id, children }: { kind: Kind; id: string; children: (facts: T) => ReactNode }) {
  const answer = useResource<T>(address(nodePath(kind, id)));
  if (answer.error?.status === 404) return <Unknown id={id} detail={answer.error.message} />;
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what={`The page of this ${kindName(kind, 1).toLowerCase()} could not be loaded.`} />;
  if (!answer.data) return <Waiting kind={kind} />;
  return (
    <Later waiting={<Waiting kind={kind} />}>
      <div className="node">{children(answer.data)}</div>
    </Later>
  );
}

/** The page of a kind of nodes whose program is fetched beside the facts. */
export function laterPage<T>(kind: Kind, program: () => Promise<{ default: ComponentType<{ facts: T }> }>): (props: { id: string }) => ReactNode {
  const Facts = lazy(program);
  return function Page({ id }) {
    useEffect(() => void program().catch(() => undefined), []); // It is asked for again where it is shown, which says what is wrong.
    return (
      <NodePage<T> kind={kind} id={id}>
        {(facts) => <Facts facts={facts} />}
      </NodePage>
    );
  };
}

/** The places of what comes, at their final size as far as it is known. */
function Waiting({ kind }: { kind: Kind }) {
  const person = kind === "Person";
  return (
    <div className="node waiting" aria-busy="true">
      <p className="hidden" role="status">
        Loading
      </p>
      <header className={person ? "head" : "head head-plain"}>
        {person && <span className="badge badge-empty" />}
        <div className={person ? "head-name" : "head-text"}>
          <Kicker kind={kind} />
          <Skeleton lines={4} className="skeleton-head" />
          {person && <div className="head-ways skeleton-ways" />}
        </div>
      </header>
      {(person || kind === "Paper") && <div className="figures skeleton-figures" />}
      {person && (
        <details className="disclosure query skeleton-query">
          <summary>See the query</summary>
        </details>
      )}
      <div className={person ? "columns profile" : "columns"}>
        {person && (
          <div className="panel trust">
            <div className="panel-head" />
            <Skeleton lines={6} className="skeleton-rows skeleton-trust" />
          </div>
        )}
        <div className="panel graph">
          <div className="panel-head" />
          <div className="graph-stage" />
        </div>
        <div className="side">
          <div className="panel">
            <Skeleton lines={16} className="skeleton-rows" />
          </div>
        </div>
      </div>
    </div>
  );
}

/** The small line above a page's name. */
export function Kicker({ kind, children }: { kind: Kind; children?: ReactNode }) {
  return (
    <p className="kicker">
      {kind !== "Person" && <KindIcon kind={kind} />} {children ?? (kind === "Person" ? "Researcher profile" : kindName(kind, 1))}
    </p>
  );
}
