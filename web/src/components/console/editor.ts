import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import type { GraphSchema, NamedQuery } from "../../core/api/types";
import { offersAt } from "../../core/console/complete";
import { colours, language } from "./language";

/** What the editor tells, and what it knows to offer; looked at each time. */
export interface Told {
  onText: (text: string) => void;
  onRun: () => void;
  onPick: (query: NamedQuery) => void;
  schema: GraphSchema | null;
  queries: readonly NamedQuery[];
}

/** The editor from outside. */
export interface Editor {
  /** Replace the whole text; it can be undone. */
  set(text: string): void;
  /** Put a text where the cursor is, and go on writing after it. */
  insert(text: string): void;
  /** Mark what stands `offset` characters (not UTF-16 units) from the beginning as wrong, and go there; null: nothing is wrong. */
  mark(offset: number | null): void;
  destroy(): void;
}

const setWrong = StateEffect.define<{ from: number; to: number } | null>();
const wrong = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, change) {
    const told = change.effects.findLast((effect) => effect.is(setWrong));
    if (told) return told.value ? Decoration.set(Decoration.mark({ class: "wrong" }).range(told.value.from, told.value.to)) : Decoration.none;
    return change.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function complete(told: () => Told) {
  return (context: CompletionContext): CompletionResult | null => {
    const { schema, queries, onPick } = told();
    const found = offersAt(context.state.doc.toString(), context.pos, schema, queries, context.explicit);
    if (!found || found.offers.length === 0) return null;
    const options = found.offers.map(({ label, detail, kind }) => {
      const query = kind === "query" ? queries.find((each) => each.name === label) : undefined;
      return { label, detail, boost: kind === "variable" ? 2 : kind === "query" ? -1 : 0, ...(query ? { apply: () => onPick(query) } : {}) };
    });
    return { from: found.from, options, validFor: /^[\p{L}\p{N}_]*$/u };
  };
}

/** The word, string or sign that begins at a place, at least one character of the text. */
function wordAt(text: string, offset: number): { from: number; to: number } | null {
  if (text.length === 0) return null;
  const at = Math.min([...text].slice(0, offset).join("").length, text.length);
  const from = at === text.length ? Math.max(0, text.trimEnd().length - 1) : at;
  const length = /^(?:[\p{L}\p{N}_$]+|`[^`]*`|.)/su.exec(text.slice(from))?.[0].length ?? 1;
  return { from, to: Math.min(from + length, text.length) };
}

/**
 * Write over a selection ourselves: a browser that does it keeps the look of what it takes away in a `style` attribute,
 * which the policy refuses with a line in the console. Compositions and brackets stay with their handlers.
 */
const overwrite = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const plain = event.inputType === "insertText" && !event.isComposing && /^[\p{L}\p{N}\s]+$/u.test(event.data ?? "");
    if (!plain || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data ?? ""), { userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/**
 * Mount the editor in a shadow root of `host`: there its style sheets are adopted, which the policy allows, and not put
 * into the page as text, which it does not. Tab is the browser's, unless a completion is open.
 */
export function mountEditor(host: HTMLElement, text: string, told: () => Told): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const run = (): boolean => {
    told().onRun();
    return true;
  };
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        language,
        colours,
        wrong,
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        overwrite,
        placeholder("MATCH (p:Person) RETURN p LIMIT 10"),
        autocompletion({ override: [complete(told)], icons: false }),
        keymap.of([{ key: "Mod-Enter", run }, { key: "Tab", run: acceptCompletion }, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": "Cypher query. Control and Enter run it; Escape, then Tab, leaves the editor.", spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) told().onText(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    set: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: { anchor: next.length }, scrollIntoView: true }),
    insert(piece) {
      view.dispatch(view.state.replaceSelection(piece), { scrollIntoView: true });
      view.focus();
    },
    mark(offset) {
      const at = offset === null ? null : wordAt(view.state.doc.toString(), offset);
      view.dispatch({ effects: setWrong.of(at), ...(at ? { selection: { anchor: at.from }, scrollIntoView: true } : {}) });
    },
    destroy: () => view.destroy(),
  };
}
