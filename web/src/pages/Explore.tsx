import "../styles/explore.css";
import "../styles/explore-parts.css";
import "../styles/ways.css";
import "../styles/explore-details.css";
import "../styles/explore-foot.css";
import "../styles/explore-narrow.css";
import "../styles/embed.css";
import { useCallback, useEffect, useState } from "react";
import { ask } from "../core/api/resource";
import { decode } from "../core/explore/address";
import { createExplorer } from "../core/explore/explorer";
import { LAYOUT } from "../core/explore/perform";
import { layOutAside } from "../graph/aside";
import type { Plan } from "../graph/layout";
import { Desk } from "../components/explore/Desk";
import { Embedded } from "../components/explore/Embedded";
import { heldQuery, useAddress } from "../components/explore/useAddress";
import { useTitle } from "../components/hooks";

/** Answers come from the server, places from a thread beside this one. */
const answer = async (question: string): Promise<unknown> => (question.startsWith(LAYOUT) ? layOutAside(JSON.parse(question.slice(LAYOUT.length)) as Plan) : ask(question));

/** Open the view that an address holds, once. */
function useExplorer(query: string) {
  const [recipe] = useState(() => decode(query));
  const [explorer] = useState(() => createExplorer(answer));
  const again = useCallback(() => void explorer.open(recipe), [explorer, recipe]);
  useEffect(again, [again]);
  return { explorer, again };
}

/** The explorer: opens the view that the address holds, and keeps the address up to the view. */
export function ExplorePage({ query }: { query: string }) {
  const { explorer, again } = useExplorer(heldQuery(query));
  useTitle("Explorer · BZPEER");
  useAddress(explorer);
  return <Desk explorer={explorer} again={again} />;
}

/** A view in a frame of another page. */
export function EmbedPage({ query }: { query: string }) {
  const { explorer, again } = useExplorer(query);
  useTitle("BZPEER");
  return <Embedded explorer={explorer} again={again} />;
}
