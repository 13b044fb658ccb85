import { type FormEvent, useId, useRef, useState } from "react";
import { doorPath, here } from "../../core/account";
import { known } from "../../core/api/client";
import { base } from "../../core/route";

export interface Step {
  name: string;
  label: string;
  /** Whether it is what was asked for. */
  main?: boolean;
}

interface DecideProps {
  /** What is decided on, for those who only hear the buttons. */
  about: string;
  steps: readonly Step[];
  /** Who is told the words. */
  to: string;
  send: (step: string, words: string) => Promise<void>;
}

const LONGEST = 2000;

/** Words for those concerned, and the decisions that are open. What was typed stays when a decision fails. */
export function Decide({ about, steps, to, send }: DecideProps) {
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState({ field: "", form: "", out: false });
  const decide = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const step = submitter instanceof HTMLButtonElement ? submitter.value : "";
    const said = words.current?.value.trim() ?? "";
    if (busy || !step) return;
    if (!said) {
      setWrong({ field: "Say why, in words for those concerned.", form: "", out: false });
      words.current?.focus();
      return;
    }
    setBusy(true);
    setWrong({ field: "", form: "", out: false });
    try {
      await send(step, said);
    } catch (reason) {
      const { status, message } = known(reason);
      setWrong({ field: "", form: message, out: status === 401 });
    } finally {
      setBusy(false);
    }
  };
  if (steps.length === 0) return null;
  return (
    <form className="form desk-decide" noValidate aria-busy={busy} onSubmit={(event) => void decide(event)}>
      <div className="field">
        <div className="field-head">
          <label htmlFor={id}>Why</label>
        </div>
        <textarea ref={words} id={id} rows={2} maxLength={LONGEST} dir="auto" aria-invalid={wrong.field !== ""} aria-describedby={`${id}-to ${id}-wrong`} required />
        <p id={`${id}-to`} className="field-hint">
          {to}
        </p>
        <p id={`${id}-wrong`} role="alert" className="field-wrong">
          {wrong.field}
        </p>
      </div>
      <p className="desk-steps">
        {steps.map(({ name, label, main }) => (
          <button key={name} type="submit" value={name} className={main ? "button button-main" : "button"} aria-disabled={busy}>
            {label}
            <span className="hidden">: {about}</span>
          </button>
        ))}
      </p>
      <p role="status" className="form-told">
        {busy && <span className="quiet">Carrying it out…</span>}
        {wrong.form && !wrong.out && <span className="form-wrong">{wrong.form}</span>}
        {wrong.out && (
          <span className="form-wrong">
            You are logged in no more.{" "}
            <a href={new URL(doorPath("login", here()), base()).href} target="_blank" rel="noopener">
              Log in in a new tab
            </a>
            , then decide here again: your words stay.
          </span>
        )}
      </p>
    </form>
  );
}
