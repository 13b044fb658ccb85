import { afterEach, describe, expect, it, vi } from "vitest";
import { bringIn, wrong } from ".";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a load that is watched", () => {
  const running = { id: "i1", state: "running", says: "Fetching.", node: null };
  const watch = async (answers: (object | null)[]) => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", () => {
      const answer = answers.shift() ?? null;
      return answer ? Promise.resolve(Response.json(answer)) : Promise.reject(new TypeError("away"));
    });
    const told: string[] = [];
    const end = bringIn("A1", (job) => void told.push(job.state), new AbortController().signal).then((job) => job.state, (error: Error) => error.message);
    await vi.runAllTimersAsync();
    return { told, end: await end };
  };

  it("is not lost when the server is away for a moment", async () => {
    expect(await watch([running, null, null, running, { ...running, state: "done" }])).toEqual({ told: ["running", "running", "running", "running"], end: "done" });
  });

  it("is given up when the server stays away", async () => {
    const { told, end } = await watch([running]);
    expect(told).toHaveLength(30);
    expect(end).toContain("cannot be reached");
  });
});

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
