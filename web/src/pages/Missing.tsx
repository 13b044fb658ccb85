import { useTitle } from "../components/hooks";
import { Search } from "../components/Search";
import { Link } from "../components/To";

/** An address that leads nowhere: said, with a search as the way on. */
export function Missing() {
  useTitle("No such page · BZPEER");
  return (
    <div className="missing">
      <p className="kicker">Not found</p>
      <h1>No such page</h1>
      <p className="lede">This address leads to nothing here. It may have been cut or mistyped. Search for a name or a title, or go to the <Link path="">start page</Link>.</p>
      <Search large />
    </div>
  );
}
