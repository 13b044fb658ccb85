import { afterEach, expect, it, vi } from "vitest";
import { ask, forget } from "./resource";

afterEach(() => vi.unstubAllGlobals());

it("keeps no answer to what was asked before all was forgotten", async () => {
  const answers: ((text: string) => void)[] = [];
  const fetched = vi.fn(() => new Promise<Response>((resolve) => answers.push((text) => resolve(new Response(text)))));
  vi.stubGlobal("fetch", fetched);
  const old = ask("api/works");
  forget();
  answers[0]?.('"with the work"');
  expect(await old).toBe("with the work");
  const anew = ask("api/works");
  answers[1]?.('"without it"');
  expect(await anew).toBe("without it");
  expect(await ask("api/works")).toBe("without it");
  expect(fetched).toHaveBeenCalledTimes(2);
});
