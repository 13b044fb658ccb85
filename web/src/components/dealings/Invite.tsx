import { lazy, useState } from "react";
import { doorPath, hereAt } from "../../core/account";
import { go } from "../../core/route";
import { Later } from "../Boundary";
import { Link } from "../To";
import type { Dealt } from "./dealt";

const InviteForm = lazy(() => import("./InviteForm"));

/** Writing to the owner: there has to be one. */
export function Invite(dealt: Dealt) {
  return (
    <section className="dealing" id="invite" aria-label="Direct collaboration">
      <h3>Direct collaboration</h3>
      <Way {...dealt} />
    </section>
  );
}

function Way(dealt: Dealt) {
  const { claim } = dealt.standing;
  const [open, setOpen] = useState(location.hash === "#invite");
  if (claim.state === "unclaimed") return <p className="quiet">Locked until this record is claimed: nobody could answer an invitation.</p>;
  if (claim.mine === "verified" || claim.mine === "disputed") {
    return (
      <p>
        Others can invite you here. <Link path="messages">Your messages</Link>
      </p>
    );
  }
  if (claim.state === "disputed") return <p className="quiet">Locked until a moderator has decided whose this record is.</p>;
  if (!dealt.account.user) {
    return (
      <button type="button" className="button" onClick={() => go(doorPath("login", hereAt("invite")))}>
        Log in to invite to collaborate
      </button>
    );
  }
  if (open) {
    return (
      <Later waiting={<p className="quiet">Opening…</p>}>
        <InviteForm {...dealt} />
      </Later>
    );
  }
  return (
    <button type="button" className="button" aria-expanded={false} onClick={() => setOpen(true)}>
      Invite to collaborate
    </button>
  );
}
