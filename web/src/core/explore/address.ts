import type { Kind } from "../api/types";
import { type GraphState, KINDS } from "../graph/types";
import type { ReadRecipe, Recipe, Step } from "./types";

/** Characters that an address may have and still survive mails and old programs. */
export const LONGEST = 4000;
/** Steps of a view that are read, and ids of one step: an address with more would keep its reader's browser asking for hours. */
const STEPS = 2000;
const IDS = 1000;

/** How a step is written: its name is that of the parameter, its words the value, with blanks between them. */
const word = (text: string): string => text.replace(/[%\s]/gu, (letter) => encodeURIComponent(letter));
const plain = (text: string): string => decodeURIComponent(text);
const kindWord = (kind: Kind): string => kind.toLowerCase();
const NONE = "-";

function words(step: Step): string[] {
  switch (step.do) {
    case "start":
      return [...step.ids.map(word), ...(step.budget ? [String(step.budget)] : [])];
    case "add":
    case "hide":
    case "only":
    case "keep":
    case "mark":
      return step.ids.map(word);
    case "expand":
      return [word(step.id), kindWord(step.kind), String(step.count)];
    case "collapse":
    case "unpin":
      return [word(step.id)];
    case "path":
      return [word(step.from), word(step.to), ...step.via.map((id) => `via=${word(id)}`), ...step.not.map((id) => `not=${word(id)}`)];
    case "show":
    case "tidy":
      return [];
    case "pin":
      return [word(step.id), String(Number(step.x.toFixed(3))), String(Number(step.y.toFixed(3)))];
    case "kinds":
      return step.kinds.map(kindWord);
    case "years":
      return [step.from, step.to].map((year) => String(year ?? NONE));
    case "topic":
    case "institution":
      return [step.id === null ? NONE : word(step.id)];
    case "weight":
      return [String(step.papers)];
    case "colour":
    case "size":
      return [step.by];
    case "freeze":
      return [step.on ? "on" : "off"];
    case "room":
      return [String(step.nodes)];
  }
}

class Unreadable extends Error {}

function number(text: string | undefined, low = -Infinity, high = Infinity): number {
  const value = Number(text);
  if (!text || !Number.isFinite(value) || value < low || value > high) throw new Unreadable();
  return value;
}

const whole = (text: string | undefined, low: number, high: number): number => Math.round(number(text, low, high));

function some(ids: string[]): string[] {
  if (ids.length === 0 || ids.length > IDS || ids.includes("")) throw new Unreadable();
  return ids;
}

const id = (text: string | undefined): string => some([plain(text ?? "")])[0]!;
const year = (text: string | undefined): number | null => (text === NONE ? null : whole(text, 1000, 2200));

function oneOf<T extends string>(text: string | undefined, choice: readonly T[]): T {
  const found = choice.find((each) => each.toLowerCase() === text);
  if (!found) throw new Unreadable();
  return found;
}

const after = (parts: string[], prefix: string): string[] => parts.filter((part) => part.startsWith(prefix)).map((part) => id(part.slice(prefix.length)));

type Reader = (parts: string[]) => Step;

const READERS: Record<Step["do"], Reader> = {
  start: (parts) => {
    const budget = parts.find((part) => /^\d+$/u.test(part));
    const ids = some(parts.filter((part) => part !== budget).map(plain));
    return { do: "start", ids, ...(budget ? { budget: whole(budget, 1, 500) } : {}) };
  },
  add: (parts) => ({ do: "add", ids: some(parts.map(plain)) }),
  hide: (parts) => ({ do: "hide", ids: some(parts.map(plain)) }),
  only: (parts) => ({ do: "only", ids: some(parts.map(plain)) }),
  keep: (parts) => ({ do: "keep", ids: some(parts.map(plain)) }),
  mark: (parts) => ({ do: "mark", ids: parts.some(Boolean) ? some(parts.map(plain)) : [] }),
  expand: ([node, kind, count]) => ({ do: "expand", id: id(node), kind: oneOf(kind, KINDS), count: whole(count, 1, 100) }),
  collapse: ([node]) => ({ do: "collapse", id: id(node) }),
  unpin: ([node]) => ({ do: "unpin", id: id(node) }),
  path: ([from, to, ...rest]) => ({ do: "path", from: id(from), to: id(to), via: after(rest, "via="), not: after(rest, "not=") }),
  show: () => ({ do: "show" }),
  tidy: () => ({ do: "tidy" }),
  pin: ([node, x, y]) => ({ do: "pin", id: id(node), x: number(x, -99, 99), y: number(y, -99, 99) }),
  kinds: (parts) => ({ do: "kinds", kinds: parts.filter(Boolean).map((part) => oneOf(part, KINDS)) }),
  years: ([from, to]) => ({ do: "years", from: year(from), to: year(to) }),
  topic: ([text]) => ({ do: "topic", id: text === NONE ? null : id(text) }),
  institution: ([text]) => ({ do: "institution", id: text === NONE ? null : id(text) }),
  weight: ([papers]) => ({ do: "weight", papers: whole(papers, 1, 9999) }),
  colour: ([by]) => ({ do: "colour", by: oneOf(by, ["kind", "community", "year"]) }),
  size: ([by]) => ({ do: "size", by: oneOf(by, ["own", "works", "citations", "weight"]) }),
  freeze: ([on]) => ({ do: "freeze", on: oneOf(on, ["on", "off"]) === "on" }),
  room: ([nodes]) => ({ do: "room", nodes: whole(nodes, 1, 5000) }),
};

/** Colons, slashes and commas need no code in a query, and ids are full of them. */
const readable = (text: string): string => encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%20", "+");

/** A recipe as the query of an address: one parameter a step, in order; then the data set version and the selection. */
export function encode(recipe: Recipe): string {
  const pairs = recipe.steps.map((step) => [step.do, words(step).join(" ")]);
  if (recipe.selected) pairs.push(["selected", word(recipe.selected)]);
  if (recipe.dataset) pairs.push(["data", recipe.dataset]);
  return pairs.map(([name = "", value = ""]) => `${name}=${readable(value)}`).join("&");
}

/** Read what `encode` wrote; what cannot be read is named in `unknown`, and the rest stands. */
export function decode(query: string): ReadRecipe {
  const recipe: ReadRecipe = { steps: [], dataset: null, selected: null, unknown: [], elsewhere: false };
  let over = 0;
  for (const [name, value] of new URLSearchParams(query)) {
    try {
      if (name === "data") recipe.dataset = value;
      else if (name === "selected") recipe.selected = id(value);
      else if (name === "file") recipe.elsewhere = true;
      else if (recipe.steps.length + recipe.unknown.length >= STEPS) over += 1;
      else recipe.steps.push(reader(name)(value.split(" ")));
    } catch {
      recipe.unknown.push(value ? `${name}=${value}` : name);
    }
  }
  if (over > 0) recipe.unknown.push(`all after the first ${STEPS}, ${over} in number`);
  return recipe;
}

function reader(name: string): Reader {
  if (!Object.hasOwn(READERS, name)) throw new Unreadable();
  return READERS[name as Step["do"]];
}

/** Address of the explorer around people or papers (relative to the site's base), with what was done since. */
export function exploreAddress(seeds: string[], steps: Step[] = [], rest: Partial<Omit<Recipe, "steps">> = {}): string {
  const start: Step[] = seeds.length > 0 ? [{ do: "start", ids: seeds }] : [];
  return recipeAddress({ dataset: null, selected: null, ...rest, steps: [...start, ...steps] });
}

/** Address of the explorer with what is in a picture: its centre, what was expanded, marked, hidden, put by hand and selected. */
export function panelAddress(state: GraphState, budget?: number): string {
  const grown: Step[] = state.grown.map((growth) => ({ do: "expand", ...growth }));
  const kinds: Step[] = state.hidden.size > 0 ? [{ do: "kinds", kinds: KINDS.filter((kind) => !state.hidden.has(kind)) }] : [];
  const pins: Step[] = [...state.pinned].map(([id, at]) => ({ do: "pin", id, ...at }));
  const marked: Step[] = state.marked.size > 0 ? [{ do: "mark", ids: [...state.marked] }] : [];
  const start: Step = { do: "start", ids: [...state.center], ...(budget ? { budget } : {}) };
  return recipeAddress({ steps: [start, ...grown, ...kinds, ...pins, ...marked], dataset: null, selected: state.selected });
}

/** Address of a view, in the explorer or (read-only) in a frame. */
export function recipeAddress(recipe: Recipe, page: "explore" | "embed" = "explore"): string {
  const query = encode(recipe);
  return query ? `${page}?${query}` : page;
}
