import { describe, expect, it } from "vitest";
import { parse, pathOf, segment } from ".";

describe("addresses", () => {
  it("keeps the colon of a scheme and encodes the rest", () => {
    expect(segment("doi:10.1145/3394486.3406703")).toBe("doi:10.1145%2F3394486.3406703");
    expect(pathOf("Person", "acl:yuxiong-he")).toBe("people/acl:yuxiong-he");
  });

  it("finds the way back from every id", () => {
    for (const id of ["doi:10.1/a b?c#d", "demo:100%", "acl:何-宇雄", "x:a/b/slice"]) {
      expect(parse(pathOf("Paper", id))).toEqual({ page: "node", kind: "Paper", id });
    }
  });

  it("takes an id whose slashes are not encoded", () => {
    expect(parse("papers/doi:10.1145/3394486.3406703")).toEqual({ page: "node", kind: "Paper", id: "doi:10.1145/3394486.3406703" });
    expect(parse("/papers/https://doi.org/10.1/a%20b/")).toEqual({ page: "node", kind: "Paper", id: "https://doi.org/10.1/a b" });
    expect(parse("people/")).toEqual({ page: "missing", path: "people/" });
  });

  it("knows the explorer with the view in its query", () => {
    expect(parse("explore", "?start=a:1")).toEqual({ page: "explore", query: "start=a:1" });
    expect(parse("embed")).toEqual({ page: "embed", query: "" });
    expect(parse("explore/x")).toEqual({ page: "missing", path: "explore/x" });
  });

  it("knows the console with the query in its fragment", () => {
    expect(parse("console", "", "#query=RETURN+1")).toEqual({ page: "console", draft: "query=RETURN+1" });
    expect(parse("console/")).toEqual({ page: "console", draft: "" });
  });

  it("knows the pages of an account with the secret of a letter", () => {
    expect(parse("reset", "", "#s3cret")).toEqual({ page: "reset", query: "", secret: "s3cret" });
    expect(parse("login", "?next=/explore")).toEqual({ page: "login", query: "?next=/explore", secret: "" });
    expect(parse("account/x")).toEqual({ page: "missing", path: "account/x" });
  });

  it("knows the start page and what is none", () => {
    expect(parse("")).toEqual({ page: "start" });
    expect(parse("people")).toEqual({ page: "missing", path: "people" });
    expect(parse("authors/a")).toEqual({ page: "missing", path: "authors/a" });
    expect(parse("people/%E0%A4%A")).toEqual({ page: "missing", path: "people/%E0%A4%A" });
  });
});
