import "../../styles/words.css";
import { lazy, useCallback, useEffect, useState } from "react";
import { fetchJson } from "../../core/api/client";
import type { OwnersWords, PersonWords } from "../../core/api/types";
import { words } from "../../core/account/words";
import { collaborationKind } from "../../core/account/collaboration";
import { date, join, topicNames } from "../../core/format";
import { segment } from "../../core/route";
import { useStore } from "../../core/store";
import { Told } from "../account/parts";
import { Later } from "../Boundary";
import { MathText } from "../MathText";
import { To } from "../To";
import { Confirm } from "./Confirm";
import type { Dealt } from "./dealt";
import { Disowned } from "./Disowned";

const WordsForm = lazy(() => import("./WordsForm"));

/** What the owner says of themselves, what they have disowned, and who confirms the record: each says whose word it is. */
export function Words(dealt: Dealt) {
  const { person, standing, account } = dealt;
  const found = useStore(words);
  const said = found?.person.id === person.id ? found : null;
  useEffect(() => {
    const controller = new AbortController();
    fetchJson<PersonWords>(`api/people/${segment(person.id)}/words`, controller.signal).then(
      (answer) => words.update(() => answer),
      () => undefined, // Then the page says what it says without an owner.
    );
    return () => controller.abort();
  }, [person.id, standing, account.user?.id]);
  return (
    <>
      {said && (said.words || said.mine) && <Own key={person.id} said={said} />}
      <Disowned person={person} mine={said?.mine ?? false} moderator={account.user?.role === "moderator"} />
      {account.user && !said?.mine && <Confirm key={`${account.user.id} ${standing.claim.mine}`} {...dealt} />}
    </>
  );
}

/** The words, and for their owner the way to change them. */
function Own({ said }: { said: PersonWords }) {
  const [editing, edit] = useState(false);
  const [told, tell] = useState("");
  const done = useCallback((says: string) => {
    edit(false);
    tell(says);
  }, []);
  const open = (): void => {
    tell("");
    edit(true);
  };
  return (
    <section className="dealing" aria-label="In their own words">
      <h3>In their own words</h3>
      {said.words ? <Shown words={said.words} /> : <p className="quiet">You have said nothing of yourself yet. What you write here is marked as yours, beside what sources state.</p>}
      <Told says={told} />
      {said.mine && !editing && (
        <p className="dealing-act">
          <button type="button" className="button" onClick={open}>
            {said.words ? "Change your words" : "Say something of yourself"}
          </button>
        </p>
      )}
      {editing && (
        <Later waiting={<p className="quiet">Opening…</p>}>
          <WordsForm person={said.person} words={said.words} done={done} />
        </Later>
      )}
    </section>
  );
}

function Shown({ words: { about, name, links, open, topics, kinds, since, changed_at } }: { words: OwnersWords }) {
  const first = date(since);
  const last = date(changed_at);
  const names = topicNames(topics.map(({ id, label }) => ({ id, name: label })));
  return (
    <div className="words">
      {about && (
        <blockquote dir="auto">
          <MathText text={about} />
        </blockquote>
      )}
      {name && (
        <p>
          Prefers the name <bdi className="words-name">{name}</bdi>
        </p>
      )}
      {open !== null && (
        <p>
          {open ? "Open to collaborate" : "Not open to collaborate now"}
          {kinds.length > 0 && `: ${join(kinds.map(collaborationKind))}`}
        </p>
      )}
      {topics.length > 0 && (
        <ul className="words-topics" aria-label="On these topics">
          {topics.map(({ id }, i) => (
            <li key={id}>
              <To kind="Topic" id={id}>
                {names[i]}
              </To>
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <ul aria-label="Links">
          {links.map((link) => (
            <li key={link} className="words-link">
              <a href={link} rel="nofollow ugc noopener noreferrer" dir="ltr">
                {link.replace(/^https:\/\//u, "").replace(/\/$/u, "")}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet words-since">
        Said by the owner of this record since {first}
        {last !== first && `, changed ${last}`}; no source states it.
      </p>
    </div>
  );
}
