import "../styles/explore.css";
import { useEffect, useState } from "react";
import { decode, encode } from "../core/explore/address";
import { createExplorer } from "../core/explore/explorer";
import { ask } from "../core/api/resource";
import { useTitle } from "../components/hooks";
import { Desk } from "../components/explore/Desk";

/** The explorer: opens the view that the address holds, and keeps the address up to the view. */
export default function ExplorePage({ query }: { query: string }) {
  const [recipe] = useState(() => decode(query));
  const [explorer] = useState(() => createExplorer((question) => ask(question)));
  useTitle("Explorer · BZPEER");
  useEffect(() => void explorer.open(recipe), [explorer, recipe]);
  useEffect(() => {
    let timer = 0;
    const write = (): void => {
      const { doing, failed, at } = explorer.session.get();
      if (doing || failed || at === 0) return;
      const now = encode(explorer.recipe());
      if (now !== location.search.slice(1)) history.replaceState(history.state, "", `${location.pathname}?${now}`);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(write, 200); // browsers limit how often an address may change
    };
    const stop = [explorer.session.subscribe(soon), explorer.graph.subscribe(soon)];
    return () => {
      clearTimeout(timer);
      for (const each of stop) each();
    };
  }, [explorer]);
  return <Desk explorer={explorer} unknown={recipe.unknown} made={recipe.dataset} />;
}
