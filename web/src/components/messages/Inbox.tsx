import { useEffect, useState } from "react";
import { change } from "../../core/api/client";
import type { Blocks, Said, TalkHead, Talks, UserInvitation, UserInvitations } from "../../core/api/types";
import { date, plural } from "../../core/format";
import { go } from "../../core/route";
import { askUnread, nameOf } from "../../core/talks";
import { usePrivate, useTold } from "../account/hooks";
import { OwnPages } from "../account/OwnPages";
import { Told } from "../account/parts";
import { useTitle } from "../hooks";
import { Panel } from "../Panel";
import { Skeleton } from "../States";
import { Link } from "../To";
import { Invitation } from "./Invitation";

/** All that one has received and sent. */
export function Inbox() {
  useTitle("Messages · BZPEER");
  const { told, run } = useTold();
  const [turn, setTurn] = useState(0);
  const act = (work: () => Promise<string>): void =>
    run(async () => {
      const says = await work();
      setTurn((before) => before + 1);
      askUnread().catch(() => undefined);
      return says;
    });
  return (
    <div className="account messages">
      <OwnPages open="messages" />
      <header className="account-head">
        <h1>Messages</h1>
      </header>
      <Told says={told} className="owned-told" />
      <Conversations />
      <Invitations turn={turn} box="received" title="Invitations to you" none="Nobody has invited you yet. Others can when you have claimed your record." act={act} />
      <Invitations turn={turn} box="sent" title="Invitations from you" none="You have invited nobody yet. “Direct collaboration” stands on the pages of people who have claimed their record." act={act} />
      <Blocked turn={turn} act={act} />
    </div>
  );
}

function Conversations() {
  const { data, wrong } = usePrivate<Talks>("conversations");
  return (
    <Panel title="Conversations">
      {!data && !wrong && <Skeleton lines={2} />}
      {data?.items.length === 0 && <p className="quiet">None yet. An invitation that is accepted opens one.</p>}
      <ul className="owned">{data?.items.map((head) => <Row key={head.id} head={head} />)}</ul>
      <p role="status">{wrong}</p>
    </Panel>
  );
}

function Row({ head }: { head: TalkHead }) {
  return (
    <li>
      <p>
        <Link path={`messages/${head.id}`} className="owned-name">
          {nameOf(head)}
        </Link>{" "}
        {head.unread > 0 && (
          <span className="unread">
            {head.unread}
            <span className="hidden"> unread</span>
          </span>
        )}
        {head.muted && <span className="tag owned-tag">muted</span>}
        {head.closed && <span className="tag owned-tag">closed</span>}
      </p>
      <span className="quiet">
        {plural(head.last, "message")}, {date(head.latest_at)}
      </span>
    </li>
  );
}

type Act = (work: () => Promise<string>) => void;

function Invitations({ turn, box, title, none, act }: { turn: number; box: "received" | "sent"; title: string; none: string; act: Act }) {
  const [limit, setLimit] = useState(20);
  const { data: now, wrong } = usePrivate<UserInvitations>(`invitations?box=${box}&limit=${limit}`, turn);
  const [data, show] = useState<UserInvitations | null>(null);
  useEffect(() => {
    if (now) show(now); // While more is asked for, what was there stays, with what is being written in it.
  }, [now]);
  const step = (id: string, what: "accept" | "decline" | "withdraw"): void =>
    act(async () => {
      const { state, conversation } = await change<UserInvitation>("POST", `invitations/${id}`, { step: what });
      if (what === "accept" && conversation) go(`messages/${conversation}`);
      return `The invitation was ${state}.`;
    });
  const block = (id: string): void => act(async () => `You hear nothing more of ${(await change<{ name: string }>("POST", "blocks", { invitation: id })).name}. They are not told.`);
  return (
    <Panel title={title}>
      {!data && !wrong && <Skeleton lines={2} />}
      {data?.total === 0 && <p className="quiet">{none}</p>}
      <ul className="invitations">
        {data?.items.map((each) => (
          <Invitation key={each.id} invitation={each} step={(what) => step(each.id, what)} block={() => block(each.id)} reported={(says) => act(async () => says)} />
        ))}
      </ul>
      {data && data.items.length < data.total && limit < 500 && (
        <button type="button" className="button" onClick={() => setLimit(Math.min(500, limit + 60))}>
          Show more of {data.total}
        </button>
      )}
      <p role="status">{wrong}</p>
    </Panel>
  );
}

/** Whom one has blocked; it is left out as long as that is nobody. */
function Blocked({ turn, act }: { turn: number; act: Act }) {
  const { data } = usePrivate<Blocks>("blocks", turn);
  if (!data?.items.length) return null;
  return (
    <Panel title="Blocked">
      <ul className="owned">
        {data.items.map((each) => (
          <li key={each.id}>
            <p>
              <bdi className="owned-name">{each.name}</bdi> <span className="quiet">since {date(each.since)}</span>
            </p>
            <button type="button" className="textbutton" onClick={() => act(async () => (await change<Said>("DELETE", `blocks/${each.id}`)).says)}>
              Take it back<span className="hidden">: {each.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
