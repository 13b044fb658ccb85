import { join, kindName, noun, plural, span } from "../format";
import type { Step } from "./types";

const COLOURS = { kind: "kind", community: "community", year: "year" };
const SIZES = { own: "each kind's own measure", works: "works", citations: "citations", weight: "ties" };

function years(from: number | null, to: number | null): string {
  if (from === null && to === null) return "All years";
  if (from === null) return `Until ${to}`;
  return to === null ? `Since ${from}` : span(from, to);
}

/** The first two names, and how many more. */
function names(ids: string[], label: (id: string) => string): string {
  const first = ids.slice(0, 2).map(label);
  return ids.length > 2 ? `${first.join(", ")} and ${ids.length - 2} more` : join(first);
}

/** A step in a few words for the trail: "+10 people around Ann". */
export function describe(step: Step, label: (id: string) => string): string {
  switch (step.do) {
    case "start":
      return names(step.ids, label);
    case "add":
      return `+ ${names(step.ids, label)}`;
    case "expand":
      return `+${step.count} ${noun(step.kind, step.count)} around ${label(step.id)}`;
    case "collapse":
      return `Collapse ${label(step.id)}`;
    case "path":
      return `Path from ${label(step.from)} to ${label(step.to)}`;
    case "hide":
      return `Without ${names(step.ids, label)}`;
    case "only":
      return `Only around ${names(step.ids, label)}`;
    case "keep":
      return `Only ${names(step.ids, label)}`;
    case "show":
      return "Show what was hidden";
    case "tidy":
      return "Tidy up";
    case "pin":
      return `Pin ${label(step.id)}`;
    case "unpin":
      return `Unpin ${label(step.id)}`;
    case "kinds":
      return step.kinds.length === 4 ? "All kinds" : step.kinds.length === 0 ? "No kind" : `Only ${join(step.kinds.map((kind) => kindName(kind).toLowerCase()))}`;
    case "years":
      return years(step.from, step.to);
    case "topic":
      return step.id === null ? "All topics" : `On ${label(step.id)}`;
    case "institution":
      return step.id === null ? "All institutions" : `At ${label(step.id)}`;
    case "weight":
      return step.papers <= 1 ? "All ties" : `${step.papers} joint papers or more`;
    case "colour":
      return `Colour by ${COLOURS[step.by]}`;
    case "size":
      return `Size by ${SIZES[step.by]}`;
    case "freeze":
      return step.on ? "Freeze" : "Unfreeze";
    case "mark":
      return step.ids.length === 0 ? "Mark nothing" : `Mark ${step.ids.length === 1 ? names(step.ids, label) : plural(step.ids.length, "node")}`;
    case "room":
      return `Draw up to ${plural(step.nodes, "node")}`;
  }
}
