import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type CollaborationKind, collaborationKind, COLLABORATIONS } from "../../core/account/collaboration";
import { words as store } from "../../core/account/words";
import { ApiError, change } from "../../core/api/client";
import type { OwnersWords, PersonWords, Ref } from "../../core/api/types";
import { topicNames } from "../../core/format";
import { segment } from "../../core/route";
import { MathText } from "../MathText";
import { Search } from "../Search";

const ABOUT = 300;
const LINKS = 5;
const TOPICS = 10;
const NOTHING = { about: "", name: "", links: [], open: null, topics: [], kinds: [] };
const OPEN: readonly [boolean | null, string][] = [
  [null, "I do not say"],
  [true, "Yes"],
  [false, "Not now"],
];

interface FormProps {
  person: Ref;
  words: OwnersWords | null;
  /** The form is to be closed, with a sentence for the reader. */
  done: (says: string) => void;
}

/** The owner's words to write anew. What is typed stays until it is saved; without any of it nothing is said. */
export default function WordsForm({ person, words, done }: FormProps) {
  const id = useId();
  const first = words ?? NOTHING;
  const form = useRef<HTMLFormElement>(null);
  const [about, setAbout] = useState(first.about);
  const [open, setOpen] = useState(first.open);
  const [kinds, setKinds] = useState<CollaborationKind[]>(first.kinds);
  const [topics, setTopics] = useState<Ref[]>(first.topics);
  const names = topicNames(topics.map((topic) => ({ id: topic.id, name: topic.label })));
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState("");
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !form.current) return;
    const typed = new FormData(form.current);
    const links = String(typed.get("links")).split(/\s+/u).filter(Boolean);
    const collaborating = open ? { topics: topics.map((topic) => topic.id), kinds } : {};
    setWrong("");
    setBusy(true);
    try {
      const answer = await change<PersonWords>("PUT", `people/${segment(person.id)}/words`, { about, name: String(typed.get("name")), links, open, ...collaborating });
      store.update(() => answer);
      done(answer.words ? "Saved: everybody sees it now." : "Saved: you say nothing here now.");
    } catch (reason) {
      setWrong(`Not saved. ${reason instanceof ApiError ? reason.message : "Something went wrong on this page: copy what you typed, then reload it."}`);
      setBusy(false);
    }
  };
  return (
    <form ref={form} className="form words-form" method="post" noValidate aria-label="Your words" aria-busy={busy} onSubmit={(event) => void save(event)}>
      <div className="field">
        <div className="field-head">
          <label htmlFor={`${id}-about`}>A line about yourself</label>
          <span className="quiet">
            {about.length} of {ABOUT}
          </span>
        </div>
        <textarea id={`${id}-about`} rows={3} maxLength={ABOUT} value={about} dir="auto" aria-describedby={`${id}-hint`} onChange={(event) => setAbout(event.target.value)} />
        <p id={`${id}-hint`} className="field-hint">
          {about.includes("$") ? <MathText text={about} /> : "Plain text; formulas between dollar signs."}
        </p>
      </div>
      <div className="field">
        <div className="field-head">
          <label htmlFor={`${id}-name`}>The name that you prefer</label>
        </div>
        <input id={`${id}-name`} name="name" type="text" maxLength={200} autoComplete="name" spellCheck={false} defaultValue={first.name} dir="auto" aria-describedby={`${id}-name-hint`} />
        <p id={`${id}-name-hint`} className="field-hint">
          It stands beside the name of the source, not in its place.
        </p>
      </div>
      <div className="field">
        <div className="field-head">
          <label htmlFor={`${id}-links`}>Links, one a line</label>
        </div>
        <textarea id={`${id}-links`} name="links" rows={2} autoCapitalize="off" spellCheck={false} defaultValue={first.links.join("\n")} dir="ltr" aria-describedby={`${id}-links-hint`} />
        <p id={`${id}-links-hint`} className="field-hint">
          At most {LINKS}, each beginning with https://.
        </p>
      </div>
      <fieldset className="scopes">
        <legend>Open to collaborate</legend>
        {OPEN.map(([value, says]) => (
          <label key={says} className="choice">
            <input type="radio" name="open" checked={open === value} onChange={() => setOpen(value)} />
            {says}
          </label>
        ))}
      </fieldset>
      {open && (
        <>
          <fieldset className="scopes">
            <legend>For</legend>
            {COLLABORATIONS.map((kind) => (
              <label key={kind} className="choice">
                <input type="checkbox" checked={kinds.includes(kind)} onChange={(event) => setKinds(COLLABORATIONS.filter((each) => (each === kind ? event.target.checked : kinds.includes(each))))} />
                {collaborationKind(kind)}
              </label>
            ))}
          </fieldset>
          <fieldset className="scopes">
            <legend>On these topics</legend>
            {topics.length > 0 && (
              <ul className="words-chosen">
                {topics.map(({ id: topic }, i) => (
                  <li key={topic}>
                    <span dir="auto">{names[i]}</span>
                    <button type="button" className="textbutton" onClick={() => setTopics(topics.filter((each) => each.id !== topic))}>
                      Remove<span className="hidden"> {names[i]}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {topics.length < TOPICS && <Search placeholder="Add a topic" kind="Topic" pick={({ id: topic, label }) => setTopics((before) => (before.some((each) => each.id === topic) ? before : [...before, { id: topic, kind: "Topic", label }]))} />}
          </fieldset>
        </>
      )}
      <p className="form-foot words-foot">
        <button type="submit" className="button button-main" aria-disabled={busy}>
          Save
        </button>
        <button type="button" className="button" onClick={() => done("Nothing was changed.")}>
          Cancel
        </button>
      </p>
      <p role="status" className="form-told">
        {busy && <span className="quiet">Saving…</span>}
        {wrong && <span className="form-wrong">{wrong}</span>}
      </p>
    </form>
  );
}
