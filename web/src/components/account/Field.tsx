import { useId, useState } from "react";
import type { Asked } from "./Form";

const LONGEST = { text: 200, password: 200, email: 254, words: 2000 };

/** A field with its label, a hint, and what is wrong with what stands in it; a password can be looked at. */
export function Field({ field, wrong }: { field: Asked; wrong: string | null }) {
  const { name, label, type, complete, hint, first, free = false } = field;
  const id = useId();
  const [shown, show] = useState(false);
  const secret = type === "password";
  const shared = {
    id,
    name,
    defaultValue: first,
    maxLength: LONGEST[type],
    "aria-invalid": wrong !== null,
    "aria-describedby": `${id}-hint ${id}-wrong`,
    dir: type === "text" || type === "words" ? "auto" : "ltr",
    required: !free,
  };
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {secret && (
          <button type="button" className="textbutton" aria-pressed={shown} onClick={() => show(!shown)}>
            Show<span className="hidden"> what stands in: {label}</span>
          </button>
        )}
      </div>
      {type === "words" ? (
        <textarea {...shared} rows={4} />
      ) : (
        <input {...shared} type={secret && shown ? "text" : type} autoComplete={complete} autoCapitalize={type === "text" ? undefined : "off"} spellCheck={false} />
      )}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <p id={`${id}-wrong`} role="alert" className="field-wrong">
        {wrong}
      </p>
    </div>
  );
}
