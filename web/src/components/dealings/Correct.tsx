import "../../styles/correct.css";
import { lazy, useRef, useState } from "react";
import { doorPath, hereAt } from "../../core/account";
import { go } from "../../core/route";
import { Later } from "../Boundary";
import { Skeleton } from "../States";
import { Link } from "../To";
import type { Dealt } from "./dealt";
import { useCalled } from "./useCalled";

const ACTS = [
  { name: "join", label: "This is the same person as…", Part: lazy(() => import("./ProposeJoin")) },
  { name: "split", label: "Two people are mixed here", Part: lazy(() => import("./ProposeSplit")) },
  { name: "report", label: "Report it to the moderators", Part: lazy(() => import("./Report")) },
] as const;
type Act = (typeof ACTS)[number]["name"];
const NAMES = ACTS.map(({ name }) => name);

/** What anybody can do about a record in which something is wrong. An address that ends in the name of an action opens it. */
export function Correct(dealt: Dealt) {
  const [open, setOpen] = useState<Act | null>(null);
  const [told, tell] = useState("");
  const whole = useRef<HTMLDetailsElement>(null);
  useCalled(NAMES, (act) => {
    if (!whole.current) return;
    setOpen(act);
    whole.current.open = true;
    whole.current.scrollIntoView({ block: "center" });
    whole.current.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus({ preventScroll: true });
  });
  const press = (act: Act): void => {
    tell("");
    if (!dealt.account.user) return go(doorPath("login", hereAt(act)));
    setOpen(open === act ? null : act);
  };
  const done = (says: string): void => {
    tell(says);
    const act = open;
    setOpen(null);
    whole.current?.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus();
  };
  const who = encodeURIComponent(dealt.person.id);
  return (
    <section className="dealing" aria-label="Corrections">
      <details ref={whole} className="disclosure">
        <summary>Something wrong with this record?</summary>
        <ul className="correct-acts">
          {ACTS.map(({ name, label, Part }) => (
            <li key={name}>
              <button type="button" className="textbutton" data-act={name} aria-expanded={open === name && dealt.account.user !== null} onClick={() => press(name)}>
                {label}
              </button>
              {open === name && dealt.account.user && (
                <Later waiting={<Skeleton lines={3} />}>
                  <Part person={dealt.person} done={done} />
                </Later>
              )}
            </li>
          ))}
          <li>
            <Link path={`correct?person=${who}`}>Tell what else is wrong</Link>
          </li>
          <li>
            <Link path={`opt-out?person=${who}`}>Ask that the person be taken out</Link>
          </li>
        </ul>
        <p role="status" className="dealing-told">
          {told}
        </p>
      </details>
    </section>
  );
}
