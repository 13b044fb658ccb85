import { useResource } from "../../core/api/resource";
import type { GraphSchema, SchemaEdge, SchemaNode, SchemaProperty } from "../../core/api/types";
import { textOf } from "../../core/console/values";
import { count } from "../../core/format";
import { Failure, Skeleton } from "../States";

type Insert = (text: string) => void;

/** Labels, types of edges and their properties; pressed, each is written into the query. */
export function Schema({ answer, onInsert }: { answer: ReturnType<typeof useResource<GraphSchema>>; onInsert: Insert }) {
  if (answer.error) return <Failure error={answer.error} retry={answer.retry} what="The schema could not be fetched." />;
  if (!answer.data) return <Skeleton lines={12} />;
  const { nodes, edges } = answer.data;
  return (
    <div className="schema">
      <h3>Nodes</h3>
      {nodes.map((node) => (
        <Part key={node.name} part={node} pattern={`(${node.name.charAt(0).toLowerCase()}:${node.name})`} onInsert={onInsert} />
      ))}
      <h3>Edges</h3>
      {edges.map((edge) => (
        <Part key={`${edge.name} ${edge.source}`} part={edge} pattern={`-[:${edge.name}]->`} ends={`${edge.source ?? "any"} → ${edge.target ?? "any"}`} onInsert={onInsert} />
      ))}
    </div>
  );
}

interface PartProps {
  part: SchemaNode | SchemaEdge;
  /** What is written into the query. */
  pattern: string;
  ends?: string;
  onInsert: Insert;
}

function Part({ part, pattern, ends, onInsert }: PartProps) {
  return (
    <details className="schema-part">
      <summary>
        <code>{part.name}</code> <span className="quiet">{count(part.number)}</span>
        {ends && <span className="schema-ends">{ends}</span>}
      </summary>
      <button type="button" className="schema-insert" onClick={() => onInsert(pattern)}>
        <span className="hidden">Insert </span>
        <code>{pattern}</code>
      </button>
      <ul>
        {part.properties.map((property) => (
          <Property key={property.name} property={property} sample={part.sample} onInsert={onInsert} />
        ))}
      </ul>
    </details>
  );
}

function Property({ property: { name, types, have, example }, sample, onInsert }: { property: SchemaProperty; sample: number; onInsert: Insert }) {
  const share = have < sample ? `${Math.max(1, Math.round((100 * have) / sample))}% of ${count(sample)} looked at have it` : "all have it";
  return (
    <li>
      <button type="button" className="schema-insert" title={share} onClick={() => onInsert(name)}>
        <span className="hidden">Insert </span>
        <code>{name}</code>
      </button>
      <span className="schema-type">{types.join(" or ").toLowerCase()}</span>
      {have < sample && <span className="schema-share">{Math.max(1, Math.round((100 * have) / sample))}%<span className="hidden"> of those looked at have it</span></span>}
      <span className="schema-example" dir="auto">{example === null ? "" : textOf(example)}</span>
    </li>
  );
}
