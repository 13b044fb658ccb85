import { useSyncExternalStore } from "react";

/** A piece of state without a framework: producers change it, anybody listens. */
export interface Store<S> {
  get(): S;
  /** Apply a producer; listeners hear of it only when the state is another one. */
  update(produce: (state: S) => S): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<S>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    update(produce) {
      const next = produce(state);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Read a store in a component. */
export function useStore<S>(store: Store<S>): S {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Read one part of a store in a component: it is drawn anew only when this part changes. `part` gives the same for the same state. */
export function usePart<S, P>(store: Store<S>, part: (state: S) => P): P {
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}
