import { StreamLanguage, type StreamParser, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { EditorView } from "@codemirror/view";

interface Inner {
  inner: unknown;
  comment: boolean;
}

const mode = cypher as StreamParser<unknown>;

/** Words that the mode does not know yet. */
const MORE = /^(?:exists|count|collect|shortest|finish|offset|union|filter|let|yield)\b/iu;
/** Words that it takes for keywords, since they administer servers; here they are names. */
const NAMES =
  /^(?:access|active|assign|alter|catalog|change|copy|current|databases?|dbms|default|deny|elements?|grant|graphs?|if|indexes|labels?|management|names?|new|of|password|populated|privileges|property|read|relationships?|replace|required|revoke|roles?|show|start|status|stop|suspended|to|traverse|types?|users?|write)\b(?!\s*\()/iu;
const PLAIN: [RegExp, string][] = [
  [/^\$[\p{L}_][\p{L}\p{N}_]*/u, "meta"],
  [/^`(?:``|[^`])*`?/u, "variable"],
  [/^(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)/u, "string"],
  [/^(?:\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)/u, "number"],
  [/^\.\s*[\p{L}_][\p{L}\p{N}_]*/u, "property"],
  [/^:\s*[\p{L}_][\p{L}\p{N}_]*/u, "atom"],
  [/^[\p{L}_][\p{L}\p{N}_]*(?=\s*:)/u, "variable"],
  [MORE, "keyword"],
  [NAMES, "variable"],
];

/** CodeMirror's Cypher mode, with what it leaves out: parameters, numbers, escaped names, comments of several lines. */
export const language = StreamLanguage.define<Inner>({
  name: "cypher",
  startState: (unit) => ({ inner: mode.startState?.(unit), comment: false }),
  copyState: (state) => ({ inner: { ...(state.inner as object) }, comment: state.comment }),
  token(stream, state) {
    if (state.comment || stream.match("/*")) {
      state.comment = !stream.match(/^.*?\*\//u);
      if (state.comment) stream.skipToEnd();
      return "comment";
    }
    for (const [shape, style] of PLAIN) if (stream.match(shape)) return style;
    return mode.token(stream, state.inner);
  },
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } }, closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] } },
});

const CLASSES: Record<string, string> = {
  keyword: "word",
  atom: "kind",
  meta: "param",
  string: "text",
  number: "number",
  comment: "comment",
  "standard(variableName)": "function",
  "definition(variableName)": "word",
};

/** The colours of the pages; light and dark both, for the custom properties reach into the editor. */
export const colours = [
  syntaxHighlighting({ style: (tags) => CLASSES[String(tags[0])] ?? null }),
  EditorView.theme({
    "&": { fontSize: "13px", color: "var(--ink)", backgroundColor: "var(--raised)", borderRadius: "5px" },
    "&.cm-focused": { outline: "none" }, // its host shows the focus
    ".cm-scroller": { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace', lineHeight: "1.6", minHeight: "190px", maxHeight: "60vh" },
    ".cm-content": { padding: "12px 0", caretColor: "var(--ink)" },
    ".cm-line": { padding: "0 12px 0 6px" },
    ".cm-gutters": { color: "var(--ink-3)", backgroundColor: "transparent", border: "none" },
    ".cm-placeholder": { color: "var(--ink-3)" },
    "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-tint)", outline: "1px solid var(--line-strong)" },
    ".cm-content ::selection, .cm-line::selection": { backgroundColor: "var(--person-tint)" },
    ".cm-tooltip": { border: "1px solid var(--line)", borderRadius: "6px", backgroundColor: "var(--raised)", boxShadow: "var(--shadow)", overflow: "hidden" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "260px", maxWidth: "min(560px, 90vw)" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "5px 12px", color: "var(--ink)" },
    ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--ink)", backgroundColor: "var(--accent-tint)" },
    ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
    ".cm-completionDetail": { marginLeft: "12px", color: "var(--ink-3)", fontStyle: "normal" },
    ".word": { color: "var(--accent)" },
    ".kind": { color: "var(--person)" },
    ".param": { color: "var(--institution)", fontWeight: "600" },
    ".text": { color: "var(--topic)" },
    ".number": { color: "var(--topic)" },
    ".comment": { color: "var(--ink-3)", fontStyle: "italic" },
    ".function": { color: "var(--ink-2)", fontWeight: "600" },
    ".wrong": { textDecoration: "underline wavy var(--accent) 1.5px", textUnderlineOffset: "3px", backgroundColor: "var(--accent-tint)" },
  }),
];
