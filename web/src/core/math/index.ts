/** A run of text, or of TeX between dollar signs. */
export interface Run {
  tex: boolean;
  text: string;
}

// As pandoc reads it: the opening dollar stands before a non-space, the closing one after a non-space and not before a
// digit, so that "costs $5 or $10" stays text. A backslash keeps a dollar plain.
const MATH = /(?<!\\)\$\$?(?=\S)((?:\\.|[^$\\])+?)(?<=\S)\$\$?(?!\d)/gu;

/** Split text into plain runs and math runs, in order; nothing is lost but the dollar signs of the math. */
export function splitMath(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(MATH)) {
    if (match.index > end) runs.push({ tex: false, text: text.slice(end, match.index) });
    runs.push({ tex: true, text: match[1] ?? "" });
    end = match.index + match[0].length;
  }
  if (end < text.length || runs.length === 0) runs.push({ tex: false, text: text.slice(end) });
  return runs.map((run) => (run.tex ? run : { ...run, text: run.text.replaceAll("\\$", "$") }));
}

const WORDS: Record<string, string> = { times: "×", alpha: "α", beta: "β", gamma: "γ", epsilon: "ε", lambda: "λ", mu: "μ", sim: "∼", approx: "≈", leq: "≤", geq: "≥", infty: "∞" };
const RAISED: Record<string, string> = { "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹" };

/** A title as plain text where math cannot be set (labels in the picture, the browser's title): `R$^3$-SQL` as "R³-SQL". */
export function plainMath(text: string): string {
  return splitMath(text)
    .map((run) =>
      run.tex
        ? run.text
            .replace(/\\([a-zA-Z]+)/gu, (_, word: string) => WORDS[word] ?? "")
            .replace(/\^\{?(\d)\}?/gu, (_, digit: string) => RAISED[digit] ?? digit)
            .replace(/[{}_^\\]/gu, "")
        : run.text,
    )
    .join("");
}
