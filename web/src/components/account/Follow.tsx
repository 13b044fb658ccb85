import { useEffect, useState } from "react";
import { askAccount, doorPath, here } from "../../core/account";
import { askFollowing, followPath, type Followable, following, setFollowing } from "../../core/account/following";
import { ApiError } from "../../core/api/client";
import { count } from "../../core/format";
import { go } from "../../core/route";
import { usePart } from "../../core/store";

interface Followed {
  kind: Followable;
  id: string;
}

const LOST = "This could not be done; reload the page, then try again.";

/** Follow what the page is about, and stop again; who is not logged in is led to log in, and back. */
export function Follow({ kind, id, name }: Followed & { name: string }) {
  const of = followPath(kind, id);
  const on = usePart(following, (now) => (now.of === of ? (now.answer?.following ?? null) : null));
  const [told, tell] = useState<{ says: string; wrong: boolean }>({ says: "", wrong: false });
  useEffect(() => {
    const controller = new AbortController();
    askFollowing(of, controller.signal).catch(() => undefined); // Then the number is not known, and pressing tells why.
    return () => controller.abort();
  }, [of]);
  const turn = async (): Promise<void> => {
    tell({ says: "", wrong: false });
    try {
      if ((await askAccount()).user === null) return go(doorPath("login", here()));
      const answer = await setFollowing(of, !on);
      tell({ says: answer.following ? `You follow ${name} now.` : `You follow ${name} no more.`, wrong: false });
    } catch (reason) {
      if (reason instanceof ApiError && reason.status === 401) return go(doorPath("login", here()));
      tell({ says: reason instanceof ApiError ? reason.message : LOST, wrong: true });
    }
  };
  return (
    <>
      <button type="button" className="button follow" aria-pressed={on === true} onClick={() => void turn()}>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round">
          <path d={on ? "M2 7.5l3.5 3.5L12 3.5" : "M7 2v10M2 7h10"} />
        </svg>
        Stay connected
      </button>
      <span role="status" className={told.wrong ? "follow-wrong" : "hidden"}>
        {told.says}
      </span>
    </>
  );
}

/** How many follow it, in figures; a dash until it is known. */
function useFollowers({ kind, id }: Followed): number | null {
  const of = followPath(kind, id);
  return usePart(following, (now) => (now.of === of ? (now.answer?.followers ?? null) : null));
}

const noun = (followers: number | null): string => (followers === 1 ? "follower" : "followers");

/** The number of followers as one figure of a row. */
export function FollowerFigure(followed: Followed) {
  const followers = useFollowers(followed);
  return (
    <>
      <span className="figure-value">{followers === null ? "–" : count(followers)}</span>
      <span className="figure-label">{noun(followers)}</span>
    </>
  );
}

/** The number of followers within a line of facts. */
export function Followers(followed: Followed) {
  const followers = useFollowers(followed);
  return (
    <span>
      {followers === null ? "–" : count(followers)} {noun(followers)}
    </span>
  );
}
