import { useRef, useState } from "react";
import { address } from "../../core/api/client";
import { useResource } from "../../core/api/resource";
import type { ConsoleTerms, GraphSchema, NamedQueries, NamedQuery } from "../../core/api/types";
import { consoleAddress, type Draft } from "../../core/console/address";
import { history as past, withPast } from "../../core/console/history";
import { type Field, fieldOf, fieldOfKind, parameters, valueOf } from "../../core/console/params";
import { base } from "../../core/route";
import { Bar } from "./Bar";
import type { Editor } from "./editor";
import { fault, NEW, Params } from "./Params";
import { Progress } from "./Progress";
import { Results } from "./Results";
import { Side } from "./Side";
import { useRun } from "./useRun";
import { Writing } from "./Writing";

type Fields = Readonly<Record<string, Field>>;

const fieldsOf = (params: Record<string, unknown>): Fields => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, fieldOf(value)]));
const full = (path: string): string => new URL(path, base()).href;

/** The editor with its parameters, what it is run with, what came back, and what stands beside it. */
export function Workbench({ first, terms }: { first: Draft; terms: ConsoleTerms }) {
  const schema = useResource<GraphSchema>(address("schema"));
  const queries = useResource<NamedQueries>(address("queries"));
  const [text, setText] = useState(first.text);
  const [fields, setFields] = useState<Fields>(() => fieldsOf(first.params));
  const [about, setAbout] = useState<NamedQuery | null>(null);
  const [told, tell] = useState("");
  const editor = useRef<Editor | null>(null);
  const { running, ran, start, cancel } = useRun();

  const names = parameters(text);
  const draft = (): Draft => ({ text, params: Object.fromEntries(names.map((name) => [name, valueOf(fields[name] ?? NEW)])) });
  const wrong = names.find((name) => fault(fields[name] ?? NEW) !== null);
  const open = ({ text: next, params }: Draft, of: NamedQuery | null = null): void => {
    setFields((before) => ({ ...before, ...fieldsOf(params) }));
    setAbout(of);
    editor.current?.set(next);
  };
  const pick = (query: NamedQuery): void => {
    open({ text: query.text, params: {} }, query);
    setFields((before) => ({ ...before, ...Object.fromEntries(query.params.map(({ name, type, example }) => [name, fieldOfKind(type, example)])) }));
  };
  const run = async (plan: boolean): Promise<void> => {
    if (!text.trim()) return tell("Write a query first, or choose one beside the editor.");
    if (wrong !== undefined) return tell(`The parameter $${wrong} ${fault(fields[wrong] ?? NEW)}.`);
    const asked = draft();
    tell("");
    editor.current?.mark(null);
    keep(asked);
    const done = await start(asked, plan);
    if (done.error?.place) editor.current?.mark(done.error.place.offset);
  };
  const link = wrong === undefined ? full(consoleAddress(draft())) : "";
  return (
    <div className="console-columns">
      <div className="console-main">
        <Writing text={first.text} handle={editor} told={{ onText: setText, onRun: () => void run(false), onPick: pick, schema: schema.data, queries: queries.data?.items ?? [] }} />
        {about && (
          <p className="console-about">
            <code>{about.name}</code> {about.purpose}
          </p>
        )}
        <Params names={names} fields={fields} onField={(name, field) => setFields((before) => ({ ...before, [name]: field }))} />
        <Bar link={text.trim() ? link : ""} running={running !== null} onRun={() => void run(false)} onPlan={() => void run(true)} onCancel={cancel} />
        <Progress running={running !== null} ran={ran} told={told} />
        {ran?.table && <Results key={ran.table.milliseconds} table={ran.table} ran={ran.draft} terms={terms} />}
      </div>
      <Side schema={schema} queries={queries} onInsert={(piece) => editor.current?.insert(piece)} onPick={pick} onOpen={open} />
    </div>
  );
}

/** Remember what is run: in the history, and in the address, so that a reload and the way back find it. */
function keep(asked: Draft): void {
  past.update(withPast({ ...asked, at: new Date().toISOString() }));
  history.replaceState(null, "", full(consoleAddress(asked)));
}
