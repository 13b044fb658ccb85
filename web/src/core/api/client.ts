import { tellReach } from "../reach";
import { base } from "../route";
import type { Problem, QueryPlace } from "./types";

/** What the API or the way to it could not do, in a sentence for the reader. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly requestId: string | null = null,
    /** Where in a query it is. */
    readonly place: QueryPlace | null = null,
  ) {
    super(message);
  }
}

/** What came instead of an answer, with a sentence for the reader: whatever is none of the API's is a fault of this page. */
export const known = (reason: unknown): ApiError => (reason instanceof ApiError ? reason : new ApiError(0, "Something went wrong on this page. Reload it, then try again."));

export type Params = Record<string, string | number | null | undefined>;

/** Address of an answer: `path` below /api, parameters without the empty ones, in a fixed order. */
export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(params).sort()) {
    const value = params[key];
    if (value !== null && value !== undefined && value !== "") query.set(key, String(value));
  }
  const text = query.toString();
  return `api/${path}${text ? `?${text}` : ""}`;
}

/** A question that is posted: its address and, after a blank, its body as JSON. */
export const posted = (path: string, body: object): string => `${address(path)} ${JSON.stringify(body)}`;

function request(question: string, accept = "application/json, */*;q=0.5"): [string, RequestInit] {
  const at = question.indexOf(" ");
  const headers = { Accept: accept };
  if (at < 0) return [question, { headers }];
  return [question.slice(0, at), { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: question.slice(at + 1) }];
}

async function problem(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as Partial<Problem>;
    const message = body.detail ?? body.title;
    if (message) return new ApiError(response.status, message, body.request_id ?? null, body.place ?? null);
  } catch {
    // Not problem+json: the status has to do.
  }
  return new ApiError(response.status, `The server answered ${response.status}. Try again in a moment.`);
}

const reach = (question: string, signal?: AbortSignal, accept?: string): Promise<Response> => send(...request(question, accept), signal);

async function send(url: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(new URL(url, base()), { ...init, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    tellReach(false);
    throw new ApiError(0, "The server cannot be reached. Check the connection, then try again.");
  }
  tellReach(true);
  if (!response.ok) throw await problem(response);
  return response;
}

/** Fetch the answer to an `address` or to what is `posted`; throws ApiError with a sentence for the reader, or the AbortError of `signal`. */
export const fetchJson = async <T>(question: string, signal?: AbortSignal): Promise<T> => (await (await reach(question, signal)).json()) as T;

/** The same for an answer that is a file; `accept` asks for one of several types. */
export const fetchFile = async (question: string, signal?: AbortSignal, accept?: string): Promise<Blob> => (await reach(question, signal, accept)).blob();

/** The same as text, to be copied: what marks a file as UTF-8 at its start is gone. */
export const fetchText = async (question: string): Promise<string> => (await reach(question)).text();

/** Change something: the method, where below /api, and what is sent along; fails as `fetchJson` does. */
export async function change<T>(method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body: object = {}): Promise<T> {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  return (await (await send(address(path), { method, headers, body: JSON.stringify(body) })).json()) as T;
}
