import { script } from "../cypher";
import type { Frame } from "./history";
import { describe } from "./words";

interface Behind {
  queries: { name: string; purpose: string; text: string; params: Record<string, unknown> }[];
}

/**
 * The view as a Cypher script: per step a comment and the queries behind what it asked, with their parameters. Steps
 * that only change what is shown ask nothing and are comments. `ask` answers `queries/behind/…` questions.
 */
export async function cypherOf(frames: readonly Frame[], label: (id: string) => string, ask: (question: string) => Promise<Behind>): Promise<string> {
  const parts: string[] = [];
  for (const [i, frame] of frames.entries()) {
    const title = `// ${i + 1}. ${describe(frame.step, label).replace(/\s+/gu, " ")}`;
    const answers = await Promise.all(frame.asked.filter((question) => question.startsWith("api/")).map((question) => ask(`api/queries/behind/${question.replace(/^api\//u, "")}`)));
    const queries = answers.flatMap((answer) => answer.queries);
    const note = queries.length === 0 ? "\n// (changes only what is shown of the answers above)" : "";
    parts.push(`${title}${note}\n${queries.map((query) => `// ${query.name}: ${query.purpose}\n${script(query)}`).join("\n")}`);
  }
  return parts.join("\n");
}
