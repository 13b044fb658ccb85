import { expect, test } from "vitest";
import { isLive, liveAddress } from "./live";

test("an identifier leads to the page of its kind, however it is spelled", () => {
  const person = "people/orcid%3A0000-0002-1825-0097";
  for (const text of ["0000-0002-1825-0097", " orcid:0000-0002-1825-0097 ", "https://orcid.org/0000-0002-1825-0097"]) expect(liveAddress(text)).toBe(person);
  expect(liveAddress("A5023888391")).toBe("people/openalex%3AA5023888391");
  expect(liveAddress("https://openalex.org/W2741809807")).toBe("papers/openalex%3AW2741809807");
  expect(liveAddress("https://doi.org/10.18653/v1/N19-1423")).toBe("papers/doi%3A10.18653%2Fv1%2FN19-1423");
  expect(liveAddress("arXiv:1706.03762v5")).toBe("papers/arxiv%3A1706.03762");
});

test("names, years and titles are no identifiers", () => {
  for (const text of ["He", "2019", "10.5 ways to write", "Attention is all you need", ""]) expect(liveAddress(text)).toBeNull();
});

test("only some schemes can be asked live", () => {
  expect(isLive("doi:10.1/x")).toBe(true);
  expect(isLive("acl:N19-1423")).toBe(false);
});
