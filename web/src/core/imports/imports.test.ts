import { describe, expect, it } from "vitest";
import { wrong } from ".";

describe("ids that can be brought in", () => {
  it("are left to the server in every spelling that may be one", () => {
    const ids = ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1694-233X", " 0000000218250097 ", "A5023888391", "https://openalex.org/W2741809807", "10.1145/3394486", "1910.02054", "au:He, Yuxiong"];
    for (const id of ids) expect(wrong(id)).toBeNull();
  });

  it("are refused at once when a digit is wrong", () => {
    expect(wrong("0000-0002-1825-0098")).toContain("check digit");
    expect(wrong("https://orcid.org/0000-0002-1694-2330")).toContain("check digit");
  });

  it("are no names, and not nothing", () => {
    expect(wrong("Yuxiong He")).toContain("au:Yuxiong He");
    expect(wrong("  ")).toContain("Type or paste");
  });
});
