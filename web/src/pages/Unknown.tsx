import { useTitle } from "../components/hooks";
import { Link } from "../components/To";

/** An id of nothing in the graph: said, with the ways on. */
export function Unknown({ detail }: { detail: string }) {
  useTitle("Not in this graph · BZPEER");
  return (
    <div className="missing">
      <p className="kicker">Not found</p>
      <h1>Not in this graph</h1>
      <p className="lede">{detail}</p>
      <p>
        Search above for a name or a title, or go to the <Link path="">start page</Link>.
      </p>
    </div>
  );
}
