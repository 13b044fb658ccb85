import { useTitle } from "../components/hooks";
import { Link } from "../components/To";

/** An address that leads nowhere, or a thing that is not in the graph: said, with the ways on. */
export function Missing({ detail }: { detail?: string }) {
  useTitle("Not found · BZPEER");
  return (
    <div className="missing">
      <p className="kicker">Not found</p>
      <h1>{detail ? "Not in this graph" : "No such page"}</h1>
      <p className="lede">{detail ?? "This address leads to nothing here. It may have been cut or mistyped."}</p>
      <p>
        {detail ? "Or go to the " : "Search above for a name or a title, or go to the "}
        <Link path="">start page</Link>.
      </p>
    </div>
  );
}
