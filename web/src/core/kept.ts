import { createStore, type Store } from "./store";

/** Whether this browser lets the site keep anything; false where storage is closed or full. */
export const keeping = createStore(true);

function load(key: string): unknown {
  let text: string | null = null;
  try {
    text = localStorage.getItem(key);
  } catch {
    keeping.update(() => false);
  }
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null; // Written by something else: as good as nothing.
  }
}

function keep(key: string, state: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(state));
    keeping.update(() => true);
  } catch {
    keeping.update(() => false);
  }
}

/** A store that this browser keeps, the same in all its windows; `read` makes a state of what was kept, whatever that is. */
export function createKept<S>(key: string, read: (kept: unknown) => S): Store<S> {
  const store = createStore(read(load(key)));
  if (typeof addEventListener === "function") {
    addEventListener("storage", (event) => {
      if (event.key === key || event.key === null) store.update(() => read(load(key)));
    });
  }
  return {
    ...store,
    update(produce) {
      const before = store.get();
      store.update(produce);
      if (!Object.is(before, store.get())) keep(key, store.get());
    },
  };
}
