import { expect, it } from "vitest";
import { literal, paramLines, script } from ".";

it("writes values as Cypher does", () => {
  expect(literal("O\"Neil\\\n")).toBe('"O\\"Neil\\\\\\n"');
  expect(literal({ ids: ["a", 1, null, true], "odd key": 1.5 })).toBe('{ids: ["a", 1, null, true], `odd key`: 1.5}');
  expect(literal(undefined)).toBe("null");
});

it("puts the parameters before the query", () => {
  expect(paramLines({ id: "x", limit: 3 })).toBe(':param id => "x";\n:param limit => 3;\n');
  expect(script({ text: "RETURN $id\n", params: { id: "x" } })).toBe(':param id => "x";\nRETURN $id;\n');
});
