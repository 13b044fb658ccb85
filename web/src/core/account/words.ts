import type { PersonWords } from "../api/types";
import { createStore } from "../store";

/** What the owner of the record on this page says of themselves; null until it is answered. */
export const words = createStore<PersonWords | null>(null);
