import { expect, it } from "vitest";
import { citation } from "./citations";

it("asks for all works of a list with its filters, or posts the chosen ones", () => {
  expect(citation({ path: "people/demo:a/works?from=2018&type=article" }, "csl-json")).toBe("api/people/demo:a/works.csl.json?from=2018&type=article");
  expect(citation({ path: "people/demo:a/works" }, "bibtex")).toBe("api/people/demo:a/works.bib");
  expect(citation({ ids: ["a", "b"] }, "ris")).toBe('api/works/export {"ids":["a","b"],"format":"ris"}');
});
