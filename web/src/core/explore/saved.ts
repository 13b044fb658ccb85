import { createKept } from "../kept";

/** A view that the reader saved on this device. */
export interface SavedView {
  name: string;
  /** The view as the query of its address. */
  query: string;
  /** When it was saved (ISO 8601, UTC). */
  at: string;
}

const isView = (value: unknown): value is SavedView => {
  const view = value as Partial<SavedView> | null;
  return typeof view?.name === "string" && typeof view.query === "string" && typeof view.at === "string";
};

/** The saved views of this browser, newest first. */
export const saved = createKept<readonly SavedView[]>("bzpeer-views", (kept) => (Array.isArray(kept) ? kept.filter(isView) : []));

/** The views with one more, first; one of the same name is replaced. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] => [view, ...views.filter((other) => other.name !== view.name)];
