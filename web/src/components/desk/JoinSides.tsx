import "../../styles/sides.css";
import type { JoinPreview } from "../../core/api/types";
import { count, join, plural } from "../../core/format";
import { usePrivate } from "../account/hooks";
import { PaperTitle } from "../PaperTitle";
import { Skeleton } from "../States";
import { To } from "../To";

/** The question for what joining two records would move. */
export const previewPath = (keep: string, alias: string): string => `desk/joins/preview?keep=${encodeURIComponent(keep)}&alias=${encodeURIComponent(alias)}`;

/** What joining one record to another would move, asked when it is shown. */
export function JoinSides({ keep, alias }: { keep: string; alias: string }) {
  const { data, wrong } = usePrivate<JoinPreview>(previewPath(keep, alias));
  if (wrong) return <p className="form-wrong">{wrong}</p>;
  return data ? <Sides preview={data} /> : <Skeleton lines={5} />;
}

/** Both records side by side, what they share, what would move, and what forbids it. */
export function Sides({ preview: seen }: { preview: JoinPreview }) {
  const rows = [
    ["Works", count(seen.keep_works), count(seen.works)],
    ["Co-authors", count(seen.keep_coauthors), count(seen.alias_coauthors)],
    ["Identifiers", <Ids key="keep" ids={seen.keep_identifiers} />, <Ids key="alias" ids={seen.identifiers} />],
  ] as const;
  return (
    <div className="sides">
      {seen.obstacles.map((each) => (
        <p key={each} className="sides-obstacle">
          {each}
        </p>
      ))}
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">
              Stays: <To kind="Person" id={seen.keep.id}>{seen.keep.label}</To>
            </th>
            <th scope="col">
              Would move: <To kind="Person" id={seen.alias.id}>{seen.alias.label}</To>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, one, other]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{one}</td>
              <td>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        They share {plural(seen.shared_coauthors, "co-author")} and {plural(seen.shared_topics, "topic")}.
        {seen.names.length > 0 && ` The record that moves is written ${join(seen.names.slice(0, 6).map((name) => `“${name}”`))}.`}
        {seen.institutions.length > 0 && ` It states ${join(seen.institutions.slice(0, 4).map(({ label }) => label))}.`}
      </p>
      {seen.papers.length > 0 && (
        <details className="disclosure">
          <summary>{seen.papers.length < seen.works ? `${seen.papers.length} of ${plural(seen.works, "work")} that would move` : `${plural(seen.works, "work")} that would move`}</summary>
          <ul className="sides-works">
            {seen.papers.map(({ id, label }) => (
              <li key={id}>
                <PaperTitle paper={{ id, title: label }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Ids({ ids }: { ids: readonly string[] }) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <code>{id}</code>
        </li>
      ))}
    </ul>
  );
}
