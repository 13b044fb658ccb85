import type { Explorer } from "../../core/explore/explorer";
import { type GraphState, narrow } from "../../core/graph";
import { namesakes } from "../../core/graph/words";
import { schemeOf } from "../../core/format";
import { useStore } from "../../core/store";

/** Filters of what is in the picture: topic, institution, ties; the years are below the picture. */
export function Filters({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const { filter } = state;
  const set = [filter.topic, filter.institution, filter.weight > 1].filter(Boolean).length;
  const update = (part: Partial<GraphState["filter"]>): void => explorer.graph.update(narrow(part));
  return (
    <details className="filters disclosure" open={set > 0 || undefined}>
      <summary>{set > 0 ? `Filters (${set})` : "Filters"}</summary>
      <Choice name="Topic" all="All topics" value={filter.topic} options={options(state, "Topic")} choose={(topic) => update({ topic })} />
      <Choice name="Institution" all="All institutions" value={filter.institution} options={options(state, "Institution")} choose={(institution) => update({ institution })} />
      <Ties state={state} choose={(weight) => update({ weight })} />
    </details>
  );
}

function options(state: GraphState, kind: "Topic" | "Institution"): [string, string][] {
  const same = namesakes(state);
  return [...state.nodes.values()]
    .filter((node) => node.kind === kind)
    .map((node): [string, string] => [node.id, same.has(node.id) ? `${node.label} (${schemeOf(node.id)})` : node.label])
    .sort((a, b) => a[1].localeCompare(b[1], "en"));
}

function Choice({ name, all, value, options, choose }: { name: string; all: string; value: string | null; options: [string, string][]; choose: (id: string | null) => void }) {
  return (
    <label className="filter">
      <span>{name}</span>
      <select value={value ?? ""} disabled={options.length === 0} onChange={(event) => choose(event.target.value || null)}>
        <option value="">{options.length === 0 ? "none in the picture" : all}</option>
        {options.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

const STEPS = [1, 2, 3, 5, 10, 20, 50];

/** How many papers two people must have together for their tie to be shown. */
function Ties({ state, choose }: { state: GraphState; choose: (papers: number) => void }) {
  const most = Math.max(1, ...[...state.edges.values()].map((edge) => (edge.kind === "COAUTHORED" ? (edge.papers ?? 1) : 1)));
  const steps = [...new Set([...STEPS.filter((step) => step <= most), state.filter.weight])].sort((a, b) => a - b);
  return (
    <label className="filter">
      <span>Joint papers</span>
      <select value={state.filter.weight} onChange={(event) => choose(Number(event.target.value))}>
        {steps.map((step) => (
          <option key={step} value={step}>
            {step === 1 ? "All ties" : `${step} or more`}
          </option>
        ))}
      </select>
    </label>
  );
}
