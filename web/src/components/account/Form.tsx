import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { type Check, fieldOf } from "../../core/account/fields";
import { known } from "../../core/api/client";
import { Field } from "./Field";

export interface Asked {
  name: string;
  label: string;
  type: "text" | "email" | "password" | "words";
  /** What the browser and keepers of passwords may fill in. */
  complete: "name" | "username" | "current-password" | "new-password" | "off";
  hint?: string;
  first?: string;
  /** Whether it can stay empty. */
  free?: boolean;
  check: Check;
}

interface Wrong {
  /** The field it is about; none for the whole. */
  name?: string;
  says: string;
}

function wrongOf(reason: unknown, asked: readonly Asked[], refused?: string): Wrong {
  const { status, message: says } = known(reason);
  if (refused && status === 403) return { name: refused, says };
  return fieldOf(says, asked.map((each) => each.name)) ?? { says };
}

interface FormProps {
  fields: readonly Asked[];
  /** What the button says, and what is said while it is done. */
  button: string;
  doing: string;
  send: (values: Record<string, string>) => Promise<void>;
  /** The field to which an answer belongs that refuses. */
  refused?: string;
  /** Whether it is what the page is for. */
  main?: boolean;
  /** Whether to empty it once it is sent. */
  empty?: boolean;
  children?: ReactNode;
}

/** A form that says in one sentence at a field what is wrong with it, and below it what is wrong with the whole. */
export function Form({ fields, button, doing, send, refused, main = true, empty = false, children }: FormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const refuse = (found: Wrong): void => {
    setWrong(found);
    if (found.name) form.current?.querySelector<HTMLElement>(`[name="${found.name}"]`)?.focus();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !form.current) return;
    const values = Object.fromEntries(fields.map(({ name }) => [name, String(new FormData(form.current ?? undefined).get(name) ?? "")]));
    for (const { name, check } of fields) {
      const says = check(values[name] ?? "");
      if (says) return refuse({ name, says });
    }
    setWrong(null);
    setBusy(true);
    try {
      await send(values);
      if (empty) form.current?.reset();
    } catch (reason) {
      refuse(wrongOf(reason, fields, refused));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} className="form" method="post" noValidate aria-busy={busy} onSubmit={(event) => void submit(event)}>
      {fields.map((field) => (
        <Field key={field.name} field={field} wrong={wrong?.name === field.name ? wrong.says : null} />
      ))}
      {children}
      <p className="form-foot">
        <button type="submit" className={main ? "button button-main" : "button"} aria-disabled={busy} aria-describedby={`${id}-told`}>
          {button}
        </button>
      </p>
      <p id={`${id}-told`} role="status" className="form-told">
        {busy && <span className="quiet">{doing}</span>}
        {wrong && !wrong.name && <span className="form-wrong">{wrong.says}</span>}
      </p>
    </form>
  );
}
