import { useId } from "react";
import { type Field, NoValue, TYPES, type Type, valueOf } from "../../core/console/params";

interface ParamsProps {
  names: readonly string[];
  fields: Readonly<Record<string, Field>>;
  onField: (name: string, field: Field) => void;
}

/** A new parameter is a text until it is said to be something else. */
export const NEW: Field = { type: "text", word: "" };

/** What is wrong with a field, or nothing. */
export function fault(field: Field): string | null {
  try {
    valueOf(field);
    return null;
  } catch (error) {
    return error instanceof NoValue ? error.message : String(error);
  }
}

/** The values of the parameters that the query uses. */
export function Params({ names, fields, onField }: ParamsProps) {
  if (names.length === 0) return null;
  return (
    <fieldset className="params">
      <legend>Parameters</legend>
      {names.map((name) => (
        <Param key={name} name={name} field={fields[name] ?? NEW} onField={(field) => onField(name, field)} />
      ))}
    </fieldset>
  );
}

/** What is typed in stays when the type changes, as far as it can. */
function retyped({ word }: Field, type: Type): Field {
  if (type === "truth") return { type, word: word === "true" ? "true" : "false" };
  return { type, word: type === "null" ? "" : word };
}

function Param({ name, field, onField }: { name: string; field: Field; onField: (field: Field) => void }) {
  const id = useId();
  const wrong = fault(field);
  const given = { id, value: field.word, "aria-invalid": wrong !== null, "aria-describedby": `${id}-wrong` };
  return (
    <div className="param">
      <label htmlFor={id}>
        <code>${name}</code>
      </label>
      <select aria-label={`Type of ${name}`} value={field.type} onChange={(event) => onField(retyped(field, event.target.value as Type))}>
        {Object.entries(TYPES).map(([type, says]) => (
          <option key={type} value={type}>
            {says}
          </option>
        ))}
      </select>
      {field.type === "truth" ? (
        <select {...given} onChange={(event) => onField({ ...field, word: event.target.value })}>
          <option value="true">true</option>
          <option value="false">false</option>
        </select>
      ) : (
        <input {...given} type="text" disabled={field.type === "null"} spellCheck={false} autoComplete="off" inputMode={field.type === "number" ? "decimal" : "text"} onChange={(event) => onField({ ...field, word: event.target.value })} />
      )}
      <span id={`${id}-wrong`} className="param-wrong">
        {wrong}
      </span>
    </div>
  );
}
