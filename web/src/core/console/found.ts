import type { EdgeKind, Kind } from "../api/types";
import { exploreAddress } from "../explore/address";
import type { Step } from "../explore/types";
import { type EdgeValue, isEdge, isNode, isPath, type NodeValue, pageOf, tagged } from "./values";

/** A node of ours among the rows of a query. */
export interface FoundNode {
  id: string;
  kind: Kind;
  label: string;
  properties: Record<string, unknown>;
}

export interface FoundEdge {
  source: string;
  target: string;
  kind: EdgeKind;
  properties: Record<string, unknown>;
}

/** The graph that came back among the rows of a query. */
export interface Found {
  nodes: FoundNode[];
  edges: FoundEdge[];
  /** Edges whose ends did not both come back, or that have no place in a picture. */
  loose: number;
}

/** Nodes that the explorer is opened with, and how many of them it asks for at once. */
export const MOST_SHOWN = 40;
const SEEDS = 20;
/** Ids alone that it is opened with: it asks for each by itself. */
export const MOST_IDS = 20;
/** What one file of a graph may hold. */
export const MOST_NODES = 5000;
const MOST_EDGES = 50_000;

const EDGES: ReadonlySet<string> = new Set<EdgeKind>(["AUTHORED", "COAUTHORED", "HAS_TOPIC", "CITES", "AFFILIATED_WITH", "PART_OF"]);

/** Collect the nodes and edges of some rows, wherever in them they stand; each once, in the order in which they came. */
export function find(rows: readonly unknown[][]): Found {
  const nodes = new Map<string, FoundNode>();
  const edges = new Map<string, EdgeValue>();
  const see = (node: NodeValue): void => {
    const page = pageOf(node);
    if (page) nodes.set(node.element, { ...page, properties: node.properties });
  };
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    const known = tagged(value);
    if (isNode(known)) see(known.is);
    else if (isEdge(known)) edges.set(known.is.element, known.is);
    else if (isPath(known)) {
      known.is.nodes.forEach(see);
      for (const edge of known.is.edges) edges.set(edge.element, edge);
    } else for (const each of Object.values(value)) walk(each);
  };
  for (const row of rows) row.forEach(walk);
  const placed = joined(nodes, [...edges.values()]);
  return { nodes: [...nodes.values()], edges: placed, loose: edges.size - placed.length };
}

/** The edges that can be drawn: of a kind that pictures have, between nodes that came too, one between two nodes. */
function joined(nodes: ReadonlyMap<string, FoundNode>, edges: EdgeValue[]): FoundEdge[] {
  const found = new Map<string, FoundEdge>();
  for (const edge of edges) {
    const [source, target] = [nodes.get(edge.source ?? ""), nodes.get(edge.target ?? "")];
    if (!source || !target || !EDGES.has(edge.type)) continue;
    const key = `${source.id} ${target.id}`;
    if (!found.has(key)) found.set(key, { source: source.id, target: target.id, kind: edge.type as EdgeKind, properties: edge.properties });
  }
  return [...found.values()];
}

/** Address of the explorer with these nodes and nothing else: it adds the edges among them itself. */
export function explorerAddress({ nodes }: Found): string {
  const shown = nodes.slice(0, MOST_SHOWN);
  const together = shown.filter((node) => node.kind === "Person" || node.kind === "Paper").slice(0, SEEDS);
  return view(shown.map((node) => node.id), (together.length > 0 ? together : shown.slice(0, 1)).map((node) => node.id));
}

/** The same for ids alone, of which nothing else is known. */
export const explorerAddressOf = (ids: readonly string[]): string => view(ids.slice(0, MOST_IDS), ids.slice(0, 1));

/** The address with `ids`, of which `first` are asked for together. */
function view(ids: readonly string[], first: string[]): string {
  const rest = ids.filter((id) => !first.includes(id));
  const steps: Step[] = [{ do: "start", ids: first, budget: first.length }, ...(rest.length > 0 ? [{ do: "add" as const, ids: rest }] : [])];
  return exploreAddress([], steps);
}

/** The ids that stand in the columns named `id` or `…_id`, each once. */
export function idsIn(fields: readonly string[], rows: readonly unknown[][]): string[] {
  const columns = fields.flatMap((field, i) => (/(?:^|_)id$/u.test(field) ? [i] : []));
  const found = rows.flatMap((row) => columns.map((column) => row[column]));
  return [...new Set(found.filter((value): value is string => typeof value === "string" && /^[a-z][\w-]*:\S+$/u.test(value)))];
}

const whole = (value: unknown): number | null => (typeof value === "number" && Number.isInteger(value) ? value : null);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The graph as `POST /api/graph/export` takes it; nodes stand on a spiral, for a file has to have places. */
export function fileOf({ nodes, edges }: Found): { nodes: object[]; edges: object[] } {
  const kept = nodes.slice(0, MOST_NODES);
  const ids = new Set(kept.map((node) => node.id));
  const placed = kept.map(({ id, kind, label, properties: has }, i) => {
    const [turn, far] = [i * 2.399963, Math.sqrt((i + 0.5) / kept.length)];
    const known = { year: whole(kind === "Paper" ? has.year : has.last_year), works: whole(has.works ?? has.papers), citations_graph: whole(has.citations_graph), type: text(kind === "Topic" ? has.scheme : has.type) };
    return { id, kind, label, x: far * Math.cos(turn), y: far * Math.sin(turn), ...known };
  });
  const drawn = edges
    .filter((edge) => ids.has(edge.source) && ids.has(edge.target))
    .slice(0, MOST_EDGES)
    .map(({ source, target, kind, properties: has }) => ({ source, target, kind, papers: whole(has.papers), first_year: whole(has.first_year), last_year: whole(has.last_year), basis: text(has.basis), score: typeof has.score === "number" ? has.score : null }));
  return { nodes: placed, edges: drawn };
}
