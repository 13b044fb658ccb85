import { useEffect } from "react";
import { encode, LONGEST } from "../../core/explore/address";
import type { Explorer } from "../../core/explore/explorer";

/** Stands in the address for a view that is too long for one; the view itself waits in this tab's history. */
const ELSEWHERE = "file=view";

/** The query of the view to open: that of the address, or what this tab keeps for it. */
export function heldQuery(query: string): string {
  const kept = (history.state as { view?: unknown } | null)?.view;
  return query.startsWith(ELSEWHERE) && typeof kept === "string" ? kept : query;
}

/** Keep the address up to the view, a moment after it changed: browsers limit how often. */
export function useAddress(explorer: Explorer): void {
  useEffect(() => {
    let timer = 0;
    const write = (): void => {
      const { doing, failed, frames, at } = explorer.session.get();
      if (doing || failed || (at === 0 && frames.length === 0)) return;
      const view = at === 0 ? "" : encode(explorer.recipe());
      const long = view.length > LONGEST;
      const query = long ? ELSEWHERE : view;
      history.replaceState(long ? { view } : null, "", query ? `${location.pathname}?${query}` : location.pathname);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(write, 200);
    };
    const stop = [explorer.session.subscribe(soon), explorer.view.subscribe(soon)];
    return () => {
      clearTimeout(timer);
      for (const each of stop) each();
    };
  }, [explorer]);
}
