import type { NewsItem } from "../../core/api/types";
import { short } from "../../core/reading";
import { KindIcon } from "../KindIcon";
import { MathText } from "../MathText";
import { Why } from "../Near";
import { To } from "../To";
import { ToRead } from "../ToRead";

const WHAT: Record<NewsItem["what"], string> = { work: "New work", collaborator: "New collaborator", adjacent: "Adjacent work" };

/** A piece of news: what it is, and because of whom or what it is told. */
export function Item({ item }: { item: NewsItem }) {
  const { node, work, year } = item;
  const about = item.what === "collaborator" ? [year && `Joint work of ${year}`] : [work && short(work), year ?? "year not imported"];
  return (
    <li>
      <p className="news-what">
        <KindIcon kind={node.kind} /> {WHAT[item.what]}
      </p>
      <p className="near-title" dir="auto">
        <To kind={node.kind} id={node.id}>
          <MathText text={node.label} />
        </To>
      </p>
      <p className="quiet">{about.filter(Boolean).join(" · ")}</p>
      <ul className="reasons">
        {item.reasons.map((reason, i) => (
          <Why
            key={i}
            reason={reason}
            lead={
              <>
                Because you follow{" "}
                <To kind={reason.followed.kind} id={reason.followed.id}>
                  <MathText text={reason.followed.label} />
                </To>
                :{" "}
              </>
            }
          />
        ))}
      </ul>
      {work && (
        <div className="work-tools">
          <ToRead work={work} />
        </div>
      )}
    </li>
  );
}
