import type { PlanStep } from "../../core/api/types";
import { count } from "../../core/format";

/** How the server will answer, or (with PROFILE) has answered: each step with those that feed it. */
export function Plan({ plan }: { plan: PlanStep }) {
  const profiled = plan.hits !== null;
  return (
    <div className="plan">
      <p className="quiet">
        Read it from the innermost steps outwards: they find, the outer ones filter, join and give. {profiled ? "Rows and store accesses were counted while it ran." : "Rows are what the planner expects."}
      </p>
      <ol>
        <Step step={plan} most={Math.max(1, ...numbers(plan))} />
      </ol>
    </div>
  );
}

const rowsOf = (step: PlanStep): number => step.rows ?? step.estimated_rows ?? 0;
const numbers = (step: PlanStep): number[] => [rowsOf(step), ...step.steps.flatMap(numbers)];

/** A number of rows as a planner says it: small ones may be fractions. */
const about = (rows: number): string => (rows > 0 && rows < 10 && !Number.isInteger(rows) ? rows.toFixed(1) : count(Math.round(rows)));

function Step({ step, most }: { step: PlanStep; most: number }) {
  const share = Math.log1p(rowsOf(step)) / Math.log1p(most);
  return (
    <li>
      <p className="plan-step">
        <strong>{step.operator}</strong>
        <span className="plan-rows">
          {step.estimated_rows !== null && <>≈ {about(step.estimated_rows)} {step.estimated_rows === 1 ? "row" : "rows"}</>}
          {step.rows !== null && <>, {count(step.rows)} came</>}
          {step.hits !== null && <>, {count(step.hits)} accesses</>}
        </span>
        <span className="plan-bar" aria-hidden="true" style={{ inlineSize: `${Math.max(1, share * 100)}%` }} />
      </p>
      {step.details && <code className="plan-details">{step.details}</code>}
      {step.steps.length > 0 && (
        <ol>
          {step.steps.map((each, i) => (
            <Step key={i} step={each} most={most} />
          ))}
        </ol>
      )}
    </li>
  );
}
