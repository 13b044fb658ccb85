import { address, ApiError, fetchJson, posted } from "../api/client";
import { forget } from "../api/resource";
import type { Import } from "../api/types";
import { segment } from "../route";

const ORCID = /(?:^|orcid[:/]|orcid\.org\/)(\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX])\/?$/iu;

/** Whether the last sign of an ORCID iD is what ISO 7064 MOD 11-2 says. */
function orcidHolds(signs: string): boolean {
  let sum = 0;
  for (const sign of signs.slice(0, -1)) sum = (sum + Number(sign)) * 2;
  const check = (12 - (sum % 11)) % 11;
  return signs.at(-1) === (check === 10 ? "X" : String(check));
}

/** What is wrong with an id before anybody is asked, in a sentence; the server knows all its spellings. */
export function wrong(text: string): string | null {
  const typed = text.trim();
  if (!typed) return "Type or paste an id first.";
  const orcid = ORCID.exec(typed)?.[1]?.toUpperCase().replaceAll("-", "");
  if (orcid && !orcidHolds(orcid)) return "The check digit of this ORCID iD does not fit. Copy it once more; it may be mistyped.";
  if (/^\p{L}+([\s,.'-]+\p{L}+)*\.?$/u.test(typed)) return `A name alone does not tell people apart. Give an id, or ask arXiv for an author of this name: au:${typed}`;
  return null;
}

const EVERY = 1000;
/** Times in a row that the server may be away while a load runs, before the watching ends. */
const MISSED = 30;

const isAway = (error: unknown): boolean => error instanceof ApiError && (error.status === 0 || error.status >= 500);

const over = (job: Import): boolean => job.state === "done" || job.state === "failed";

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Bring a person in and tell each step; throws ApiError when it is refused, or the reason of `signal`. What was kept of older answers is forgotten in the end. */
export async function bringIn(id: string, tell: (job: Import) => void, signal: AbortSignal): Promise<Import> {
  let job = await fetchJson<Import>(posted("imports", { id }), signal);
  for (let missed = 0; !over(job); ) {
    tell(job);
    await rest(EVERY, signal);
    try {
      job = await fetchJson<Import>(address(`imports/${segment(job.id)}`), signal);
      missed = 0;
    } catch (error) {
      if (!isAway(error) || ++missed >= MISSED) throw error;
    }
  }
  forget();
  return job;
}
