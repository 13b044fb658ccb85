import { expect, it } from "vitest";
import { deskPath, placeOf, question, QUEUES, stepWords } from ".";

it("reads back every part of the desk from its address, and asks for it", () => {
  for (const queue of QUEUES) {
    for (const [state] of queue.states) {
      const path = deskPath(queue, state, 2);
      expect(placeOf(path.slice("desk".length))).toEqual({ queue, state, page: 2 });
    }
  }
  expect(placeOf("?queue=none&state=what&page=-1")).toEqual({ queue: QUEUES[0], state: "pending", page: 0 });
  expect(question(placeOf("?queue=records&page=1"))).toBe("desk/corrections?limit=20&offset=20&state=open&kind=join&kind=split");
});

it("tells a step in plain words", () => {
  const line = { at: "2026-01-02T03:04:05Z", action: "claim.refused", about: "c1", details: '{"reason":"No."}', by: "Mod" };
  expect(stepWords(line)).toEqual({ says: "Refused by Mod", words: "No." });
  expect(stepWords({ ...line, action: "claim.verified", details: '{"by":"orcid"}' }).says).toBe("Accepted, by the ORCID iD that was proved");
  expect(stepWords({ ...line, action: "claim.un_known", details: "{}", by: null })).toEqual({ says: "claim un known", words: "" });
});
