import type { SliceNode } from "../api/types";
import { kindName, plural, schemeName, span, workType } from "../format";
import { plainMath } from "../math";
import { edgesBetween, isHidden, neighbours } from ".";
import type { GraphEdge, GraphNode, GraphState } from "./types";

/** The facts of a node in a few words, each known one once. */
export function nodeFacts(node: SliceNode): string[] {
  const facts: (string | null)[] =
    node.kind === "Paper"
      ? [node.year ? String(node.year) : "year not imported", node.type && workType(node.type), node.citations_graph ? `cited ${plural(node.citations_graph, "time")} in this graph` : null]
      : [
          node.kind === "Topic" && node.type ? `${schemeName(node.type)} topic` : null,
          node.works !== null ? plural(node.works, "work") : null,
          node.joint ? `${plural(node.joint, "joint work")}` : null,
        ];
  return facts.filter((fact): fact is string => Boolean(fact));
}

const label = (state: GraphState, id: string): string => plainMath(state.nodes.get(id)?.label ?? id);

/** What an edge says: "Zhewei Yao and Yuxiong He: 7 joint papers, 2018–2023". */
export function edgeSentence(state: GraphState, edge: GraphEdge): string {
  const source = label(state, edge.source);
  const target = label(state, edge.target);
  const years = span(edge.first_year, edge.last_year);
  const when = years ? `, ${years}` : "";
  switch (edge.kind) {
    case "COAUTHORED":
      return `${source} and ${target}: ${edge.papers ? plural(edge.papers, "joint paper") : "joint papers"}${when}`;
    case "AUTHORED":
      return `${source} is an author of “${target}”`;
    case "CITES":
      return `“${source}” cites “${target}”${edge.basis === "inferred" ? " (inferred: named in its title or abstract)" : ""}`;
    case "HAS_TOPIC":
      return `“${source}” is on ${target}${edge.score === null ? "" : ` (confidence ${edge.score.toFixed(2)})`}`;
    case "AFFILIATED_WITH":
      return `${source} at ${target}${edge.papers ? `: ${plural(edge.papers, "paper")}` : ""}${when}`;
    case "PART_OF":
      return `${source} is part of ${target}`;
  }
}

/** What ties a node to the other end of an edge, beside the name of that end: "7 papers, 2018–2023". */
export function linkWords(edge: GraphEdge, from: string): string {
  const papers = edge.papers && plural(edge.papers, "paper");
  const figures = [papers, span(edge.first_year, edge.last_year)].filter(Boolean).join(", ");
  switch (edge.kind) {
    case "COAUTHORED":
      return figures || "co-author";
    case "AUTHORED":
      return edge.source === from ? "wrote it" : "author";
    case "CITES":
      return `${edge.source === from ? "cited here" : "cites this"}${edge.basis === "inferred" ? " (inferred)" : ""}`;
    case "HAS_TOPIC":
      return edge.source === from ? "topic" : "on this";
    case "AFFILIATED_WITH":
      return figures || "affiliation";
    case "PART_OF":
      return edge.source === from ? "the whole" : "a part";
  }
}

/** What is said when one goes from a node to another: which it is, and what ties the two. */
export function stepSentence(state: GraphState, from: string, to: string): string {
  const node = state.nodes.get(to);
  if (!node) return "";
  const ties = from === to ? [] : edgesBetween(state, from, to).map((edge) => edgeSentence(state, edge));
  return `${[plainMath(node.label), kindName(node.kind, 1), ...nodeFacts(node), plural(neighbours(state, to).size, "link")].join(", ")}. ${ties.join(". ")}`;
}

/** Ids of the topics whose name another one has too: "Machine Learning" of OpenAlex, and twice of arXiv. */
export function namesakes(state: GraphState): Set<string> {
  const topics = [...state.nodes.values()].filter((node) => node.kind === "Topic");
  const bearers = new Map<string, number>();
  for (const { label } of topics) bearers.set(label, (bearers.get(label) ?? 0) + 1);
  return new Set(topics.filter((node) => (bearers.get(node.label) ?? 0) > 1).map((node) => node.id));
}

/** The same nodes as rows, grouped by kind and best first. */
export function rows(state: GraphState): GraphNode[] {
  const order = { Person: 0, Paper: 1, Topic: 2, Institution: 3 };
  return [...state.nodes.values()]
    .filter((node) => !isHidden(state, node.id))
    .sort((a, b) => Number(b.center) - Number(a.center) || order[a.kind] - order[b.kind] || a.rank - b.rank);
}
