import type { News, NewsItem } from "../../core/api/types";
import { count, date, plural } from "../../core/format";
import { Link, To } from "../To";
import { Item } from "./Item";

/** The news by the day on which they came in, the latest first. */
export function List({ news }: { news: News }) {
  const days = new Map<string, NewsItem[]>();
  for (const item of news.items) {
    const day = date(item.at) ?? "";
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return (
    <>
      {[...days].map(([day, items]) => (
        <section key={day}>
          <h2 className="news-day">Came in on {day}</h2>
          <ol className="near news-items">
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

const KINDS: Record<NewsItem["what"], (n: number) => string> = {
  work: (n) => plural(n, "new work"),
  collaborator: (n) => plural(n, "new collaborator"),
  adjacent: (n) => plural(n, "new adjacent work"),
};

const LATE: Record<NewsItem["what"], string> = {
  work: "Not all new works are told here: looking for them took too long.",
  collaborator: "Not all new collaborators are told here: looking for them took too long.",
  adjacent: "Not all new adjacent work is told here: looking for it took too long.",
};

/** Of what more is new than is told. */
export function Cut({ news }: { news: News }) {
  if (news.cut.length === 0) return null;
  return (
    <ul className="news-cut quiet">
      {news.cut.map(({ followed, what, shown, total }) => (
        <li key={`${what} ${followed?.id ?? ""}`}>
          {followed && total !== null ? (
            <>
              <To kind={followed.kind} id={followed.id}>
                {followed.label}
              </To>
              : {count(shown)} of {KINDS[what](total)} are told here.
            </>
          ) : (
            LATE[what]
          )}
        </li>
      ))}
    </ul>
  );
}

/** Nothing is new: why, and the way on. */
export function Nothing({ follows, earlier }: { follows: number; earlier: (() => void) | null }) {
  if (follows === 0) {
    return (
      <div className="news-nothing">
        <p>You follow nobody and nothing yet. Open the page of a person, a topic or an institution and press “Stay connected”: what comes in about them from then on stands here.</p>
        <p>
          <Link path="" className="button button-main">
            Find whom to follow
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="news-nothing">
      <p>Nothing has come in. When data is loaded here that has to do with whom or what you follow, it stands on this page.</p>
      <p className="news-buttons">
        {earlier && (
          <button type="button" className="button" onClick={earlier}>
            Look back 30 days
          </button>
        )}
        <Link path="account">Whom and what you follow</Link>
      </p>
    </div>
  );
}
