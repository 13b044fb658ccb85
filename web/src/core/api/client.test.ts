import { afterEach, expect, it, vi } from "vitest";
import { address, ApiError, change, fetchJson, posted } from "./client";

afterEach(() => vi.unstubAllGlobals());

it("leaves empty parameters out and keeps one order", () => {
  expect(address("people/x/works", { to: null, sort: "title", from: 2018, text: "" })).toBe("api/people/x/works?from=2018&sort=title");
  expect(address("dataset")).toBe("api/dataset");
});

it("posts what has a body", async () => {
  const fetched = vi.fn(async (_url: URL, _init: RequestInit) => new Response("{}"));
  vi.stubGlobal("fetch", fetched);
  await fetchJson(posted("adjacent", { papers: ["doi:10.1/a b"] }));
  const [url, init] = fetched.mock.calls[0]!;
  expect(url.pathname).toBe("/api/adjacent");
  expect(init).toMatchObject({ method: "POST", body: '{"papers":["doi:10.1/a b"]}' });
});

it("changes with a method and a body of JSON", async () => {
  const fetched = vi.fn(async (_url: URL, _init: RequestInit) => new Response('{"says":"Done."}'));
  vi.stubGlobal("fetch", fetched);
  expect(await change("DELETE", "account/tokens/t1")).toEqual({ says: "Done." });
  const [url, init] = fetched.mock.calls[0]!;
  expect(url.pathname).toBe("/api/account/tokens/t1");
  expect(init).toMatchObject({ method: "DELETE", headers: { "Content-Type": "application/json" }, body: "{}" });
});

it("shows the sentence of problem+json", async () => {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ detail: "Say a smaller budget.", request_id: "r7" }), { status: 422 }));
  await expect(fetchJson("api/x")).rejects.toMatchObject({ status: 422, message: "Say a smaller budget.", requestId: "r7" });
});

it("has a sentence of its own when the server has none, or is not there", async () => {
  vi.stubGlobal("fetch", async () => new Response("<html>", { status: 502 }));
  await expect(fetchJson("api/x")).rejects.toThrow("The server answered 502");
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("no net")));
  await expect(fetchJson("api/x")).rejects.toBeInstanceOf(ApiError);
});
