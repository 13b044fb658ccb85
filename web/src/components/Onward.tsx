import { exploreAddress } from "../core/explore/address";
import { Link } from "./To";

/** The way to what a list does not show: the explorer adds it step by step. */
export function Onward({ id, what }: { id: string; what: string }) {
  return (
    <p className="quiet">
      More {what} are a step away <Link path={exploreAddress([id])}>in the explorer</Link>.
    </p>
  );
}
