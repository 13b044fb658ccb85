import { lazy, Suspense } from "react";
import type { Kind } from "../core/api/types";
import { route } from "../core/route";
import { useStore } from "../core/store";
import { Later } from "../components/Boundary";
import { Shell } from "../components/Shell";
import { InstitutionPage } from "./Institution";
import { Missing } from "./Missing";
import { PaperPage } from "./Paper";
import { PersonPage } from "./Person";
import { StartPage } from "./Start";
import { TopicPage } from "./Topic";

const ComparePage = lazy(() => import("./Compare"));
const ConsolePage = lazy(() => import("./Console"));
const ExplorePage = lazy(() => import("./Explore").then((module) => ({ default: module.ExplorePage })));
const EmbedPage = lazy(() => import("./Explore").then((module) => ({ default: module.EmbedPage })));
const DoorPage = lazy(() => import("./Door"));
const OPENING = (
  <p className="opening quiet" role="status">
    Opening the explorer…
  </p>
);

const PAGES: Record<Kind, (props: { id: string }) => React.ReactNode> = {
  Person: PersonPage,
  Paper: PaperPage,
  Topic: TopicPage,
  Institution: InstitutionPage,
};

/** The page that the address names, in the frame of every page. */
export function App() {
  const now = useStore(route);
  if (now.page === "start") {
    return (
      <Shell search={false}>
        <StartPage />
      </Shell>
    );
  }
  if (now.page === "explore") {
    return (
      <Shell search={false} wide>
        <Suspense fallback={OPENING}>
          <ExplorePage key={now.query} query={now.query} />
        </Suspense>
      </Shell>
    );
  }
  if (now.page === "compare") {
    return (
      <Shell>
        <Suspense fallback={<p className="hidden" role="status">Opening the comparison…</p>}>
          <ComparePage query={now.query} />
        </Suspense>
      </Shell>
    );
  }
  if (now.page === "console") {
    return (
      <Shell>
        <Suspense fallback={<p className="hidden" role="status">Opening the console…</p>}>
          <ConsolePage key={now.draft} draft={now.draft} />
        </Suspense>
      </Shell>
    );
  }
  if (now.page === "embed") {
    return (
      <main>
        <Later waiting={OPENING}>
          <EmbedPage query={now.query} />
        </Later>
      </main>
    );
  }
  if (now.page === "missing") {
    return (
      <Shell search={false}>
        <Missing />
      </Shell>
    );
  }
  if (now.page !== "node") {
    return (
      <Shell>
        <Suspense fallback={<p className="hidden" role="status">Opening…</p>}>
          <DoorPage key={`${now.page} ${now.secret}`} page={now.page} query={now.query} secret={now.secret} />
        </Suspense>
      </Shell>
    );
  }
  const Page = PAGES[now.kind];
  return (
    <Shell>
      <Page key={`${now.kind} ${now.id}`} id={now.id} />
    </Shell>
  );
}
