import { pageKey, route } from "./route";
import { createStore } from "./store";

/** The page that is there, with its title: set when its content is, not when its address is. */
export interface Opened {
  title: string;
  /** Which page it is, as `pageKey` tells it. */
  page: string;
}

/** The last page whose content came. */
export const opened = createStore<Opened | null>(null);

/** Give the browser's window the title of a page that is there now. */
export function setTitle(title: string): void {
  document.title = title;
  const page = pageKey(route.get());
  opened.update((before) => (before?.title === title && before.page === page ? before : { title, page }));
}
