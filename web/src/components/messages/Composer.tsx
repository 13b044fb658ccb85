import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { refused } from "../../core/account";
import { change } from "../../core/api/client";
import type { TalkMessage } from "../../core/api/types";
import { count } from "../../core/format";
import { drafts, LONGEST, newKey } from "../../core/talks";
import { Copy } from "../Copy";

/** From which length on is said how much room is left. */
const LONG = 4500;

/**
 * The place to write. What could not be sent stays there, and is sent again under the same key: it will stand once.
 * In a conversation that is closed meanwhile it can be read and copied.
 */
export function Composer({ id, name, closed, sent }: { id: string; name: string; closed: boolean; sent: () => Promise<void> }) {
  const ids = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(drafts.get(id)?.text ?? "");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const write = (next: string): void => {
    setText(next);
    if (next) drafts.set(id, { text: next, key: drafts.get(id)?.text === next ? (drafts.get(id)?.key ?? newKey()) : newKey() });
    else drafts.delete(id);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const draft = drafts.get(id);
    if (busy || closed) return;
    if (!draft?.text.trim()) {
      setWrong("Write something first.");
      return area.current?.focus();
    }
    setBusy(true);
    setWrong(null);
    try {
      await change<TalkMessage>("POST", `conversations/${id}/messages`, draft);
      write("");
      await sent();
    } catch (reason) {
      setWrong(refused(reason).message);
    } finally {
      setBusy(false);
      area.current?.focus();
    }
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <form ref={form} className="composer" aria-busy={busy} onSubmit={(event) => void send(event)}>
      <label htmlFor={ids}>{closed ? "What you had not sent" : `Your message to ${name}`}</label>
      <textarea
        id={ids}
        ref={area}
        rows={3}
        maxLength={LONGEST}
        dir="auto"
        value={text}
        readOnly={busy || closed}
        aria-describedby={`${ids}-hint ${ids}-wrong`}
        onKeyDown={key}
        onChange={(event) => write(event.target.value)}
      />
      <div className="composer-foot">
        <p id={`${ids}-hint`} className="quiet">
          {closed ? "It stays here as long as this site is open: copy what you want to keep." : text.length > LONG ? `${count(LONGEST - text.length)} characters left.` : "Ctrl and Enter send it. $…$ is math; an identifier or the address of a page of this site becomes a link."}
        </p>
        {closed ? (
          <Copy text={() => text} what="what you had not sent" className="button" />
        ) : (
          <button type="submit" className="button button-main" aria-disabled={busy}>
            Send
          </button>
        )}
      </div>
      <p id={`${ids}-wrong`} role="alert" className="form-wrong">
        {closed ? null : wrong}
      </p>
    </form>
  );
}
