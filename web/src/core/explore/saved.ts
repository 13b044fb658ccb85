/** A view that the reader saved on this device. */
export interface SavedView {
  name: string;
  /** The view as the query of its address. */
  query: string;
  /** When it was saved (ISO 8601, UTC). */
  at: string;
}

const KEY = "bzpeer-views";

const isView = (value: unknown): value is SavedView => {
  const view = value as Partial<SavedView> | null;
  return typeof view?.name === "string" && typeof view.query === "string" && typeof view.at === "string";
};

/** The saved views, newest first; null when this browser keeps nothing (private mode). */
export function savedViews(): SavedView[] | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter(isView) : [];
  } catch (error) {
    return error instanceof SyntaxError ? [] : null;
  }
}

/** Keep exactly these views; false when the browser keeps nothing, or no more. */
export function keepViews(views: SavedView[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}

/** The views with one more, first; one of the same name is replaced. */
export const withView = (views: SavedView[], view: SavedView): SavedView[] => [view, ...views.filter((other) => other.name !== view.name)];
