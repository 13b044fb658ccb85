import { followPath, type Followable } from "../../core/account/following";
import { change } from "../../core/api/client";
import type { Followed, Follows as Answer } from "../../core/api/types";
import { date } from "../../core/format";
import { KindIcon } from "../KindIcon";
import { Panel } from "../Panel";
import { Skeleton } from "../States";
import { Link, To } from "../To";
import { usePrivate, useTold } from "./hooks";

/** All that one follows, each to be followed no more. */
export function Follows() {
  const { data, wrong, reload } = usePrivate<Answer>("follows");
  const { told, run } = useTold();
  const stop = ({ node }: Followed): void =>
    run(async () => {
      await change("DELETE", followPath(node.kind.toLowerCase() as Followable, node.id));
      await reload();
      return `You follow ${node.label} no more.`;
    });
  return (
    <Panel title="Whom and what you follow" aside={<Link path="news">What is new around them</Link>}>
      {!data && !wrong && <Skeleton lines={2} />}
      {data?.items.length === 0 && <p className="quiet">Nobody and nothing yet. “Stay connected” on the page of a person, a topic or an institution adds it here.</p>}
      <ul className="owned">
        {data?.items.map((item) => (
          <li key={item.node.id}>
            <p>
              <KindIcon kind={item.node.kind} />{" "}
              <To kind={item.node.kind} id={item.node.id} className="owned-name">
                {item.node.label}
              </To>{" "}
              <span className="quiet">since {date(item.since)}</span>
            </p>
            <button type="button" className="textbutton" onClick={() => stop(item)}>
              Unfollow<span className="hidden"> {item.node.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="owned-told">
        {told || wrong}
      </p>
    </Panel>
  );
}
