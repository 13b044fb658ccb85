import { lazy, type ReactNode, Suspense } from "react";
import type { InstitutionFacts, Kind, PaperFacts, TopicFacts } from "../core/api/types";
import { type Route, route } from "../core/route";
import { useStore } from "../core/store";
import { Later } from "../components/Boundary";
import { Shell } from "../components/Shell";
import { Missing } from "./Missing";
import { laterPage } from "./Node";
import { PersonPage } from "./Person";

const StartPage = lazy(() => import("./Start").then((module) => ({ default: module.StartPage })));
const ComparePage = lazy(() => import("./Compare"));
const ConsolePage = lazy(() => import("./Console"));
const ExplorePage = lazy(() => import("./Explore").then((module) => ({ default: module.ExplorePage })));
const EmbedPage = lazy(() => import("./Explore").then((module) => ({ default: module.EmbedPage })));
const MessagesPage = lazy(() => import("./Messages"));
const DoorPage = lazy(() => import("./Door"));
const EXPLORER = (
  <p className="opening quiet" role="status">
    Opening the explorer…
  </p>
);
const OPENING = (
  <p className="hidden" role="status">
    Opening…
  </p>
);

const NODES: Record<Kind, (props: { id: string }) => ReactNode> = {
  Person: PersonPage,
  Paper: laterPage<PaperFacts>("Paper", () => import("./Paper")),
  Topic: laterPage<TopicFacts>("Topic", () => import("./Topic")),
  Institution: laterPage<InstitutionFacts>("Institution", () => import("./Institution")),
};

/** The page that the address names, in the frame of every page. */
export function App() {
  const now = useStore(route);
  if (now.page === "embed") {
    return (
      <main>
        <Later waiting={EXPLORER}>
          <EmbedPage query={now.query} />
        </Later>
      </main>
    );
  }
  const { page } = now;
  return (
    <Shell search={page !== "start" && page !== "explore" && page !== "missing"} wide={page === "explore"}>
      <Suspense fallback={page === "explore" ? EXPLORER : OPENING}>{pageOf(now)}</Suspense>
    </Shell>
  );
}

function pageOf(now: Exclude<Route, { page: "embed" }>): ReactNode {
  switch (now.page) {
    case "node": {
      const Page = NODES[now.kind];
      return <Page key={`${now.kind} ${now.id}`} id={now.id} />;
    }
    case "start":
      return <StartPage />;
    case "explore":
      return <ExplorePage key={now.query} query={now.query} />;
    case "compare":
      return <ComparePage query={now.query} />;
    case "console":
      return <ConsolePage key={now.draft} draft={now.draft} />;
    case "messages":
      return <MessagesPage key={now.id} id={now.id} />;
    case "missing":
      return <Missing />;
    default:
      return <DoorPage key={`${now.page} ${now.secret}`} page={now.page} query={now.query} secret={now.secret} />;
  }
}
