import { describe, expect, it } from "vitest";
import { plainMath, splitMath } from ".";

const tex = (text: string): string[] => splitMath(text).filter((run) => run.tex).map((run) => run.text);

describe("splitMath", () => {
  it("takes math out of a title and keeps the rest", () => {
    expect(splitMath("R$^3$-SQL")).toEqual([
      { tex: false, text: "R" },
      { tex: true, text: "^3" },
      { tex: false, text: "-SQL" },
    ]);
  });

  it("leaves sums of money alone", () => {
    expect(tex("costs $5 or $10 in all")).toEqual([]);
    expect(tex("from \\$3 to \\$4")).toEqual([]);
  });

  it("reads several formulas, with spaces and escapes inside", () => {
    expect(tex("up to $2-10\\times$ and $O(n \\log n)$, then $$x_1$$")).toEqual(["2-10\\times", "O(n \\log n)", "x_1"]);
  });

  it("keeps a dollar that nothing closes", () => {
    expect(splitMath("a $b c")).toEqual([{ tex: false, text: "a $b c" }]);
    expect(splitMath("")).toEqual([{ tex: false, text: "" }]);
  });
});

describe("plainMath", () => {
  it("writes simple formulas with plain signs", () => {
    expect(plainMath("R$^3$-SQL")).toBe("R³-SQL");
    expect(plainMath("a $2.7\\times$ speed-up")).toBe("a 2.7× speed-up");
  });
});
