import { startTransition, useMemo, useState } from "react";
import { address, ApiError, type Params } from "../../core/api/client";
import { ask, type Resource, useResource } from "../../core/api/resource";
import type { Work, Works } from "../../core/api/types";

/** Works on the first page, and on each further one: the API's most. */
export const FIRST = 25;
export const NEXT = 100;

interface Added {
  question: string;
  /** The first page that they follow: another one, as after a work was disowned, makes them out of date. */
  first: Works | null;
  works: readonly Work[];
  next: string | null;
  pending: boolean;
  error: string | null;
}

export interface Listed {
  answer: Resource<Works> & { retry: () => void };
  works: readonly Work[];
  /** Whether there are more than are listed. */
  more: boolean;
  pending: boolean;
  error: string | null;
  /** Fetch the next page, or all that is left. */
  load: (all: boolean) => Promise<void>;
}

/** The works that meet a filter: the first page at once, more on demand. */
export function useWorks(path: string, params: Params): Listed {
  const question = address(path, { ...params, limit: FIRST });
  const answer = useResource<Works>(question);
  const [held, hold] = useState<Added | null>(null);
  const first = answer.data;
  const follows = (what: Added | null): boolean => what?.question === question && what.first === first;
  const added = follows(held) ? held : null;
  const next = added ? added.next : (first?.next ?? null);
  const works = useMemo(() => [...(first?.items ?? []), ...(added?.works ?? [])], [first, added?.works]);
  const load = async (all: boolean): Promise<void> => {
    let state: Added = { question, first, works: added?.works ?? [], next, pending: true, error: null };
    hold(state);
    // An answer to a question that is not asked any more is dropped.
    const put = (change: Partial<Added>): void => {
      const now = { ...state, ...change };
      state = now;
      startTransition(() => hold((before) => (follows(before) ? now : before)));
    };
    try {
      do {
        const page: Works = await ask<Works>(address(path, { ...params, after: state.next, limit: NEXT }));
        put({ works: [...state.works, ...page.items], next: page.next, pending: all && page.next !== null });
      } while (state.pending);
    } catch (reason) {
      put({ pending: false, error: reason instanceof ApiError ? reason.message : "They could not be fetched." });
    }
  };
  return { answer, works, more: next !== null, pending: added?.pending ?? false, error: added?.error ?? null, load };
}
