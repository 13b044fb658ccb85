import "../../styles/doors.css";
import "../../styles/words.css";
import { useEffect, useId, useState } from "react";
import { askConfirmed, confirmWork, disown, owned } from "../../core/account/owned";
import { filled } from "../../core/account/fields";
import { address } from "../../core/api/client";
import { forget } from "../../core/api/resource";
import type { Work } from "../../core/api/types";
import { plural } from "../../core/format";
import { plainMath } from "../../core/math";
import { segment } from "../../core/route";
import { usePart } from "../../core/store";
import { type Asked, Form } from "../account/Form";
import { useTold } from "../account/hooks";

const REASON: Asked = { name: "reason", label: "Why it is not yours", type: "text", complete: "off", hint: "Everybody can read it, such as: by a namesake.", check: filled("Say in some words why it is not yours.") };
const LINE = "owned-line";

/** Above the list, for the owner of the record: what to do here, and what was done last. */
export function OwnedLine({ self }: { self: string }) {
  const number = usePart(owned, (now) => (now.of === self ? (now.confirmed?.size ?? null) : null));
  const told = usePart(owned, (now) => (now.of === self ? now.told : ""));
  useEffect(() => {
    askConfirmed(self).catch(() => undefined); // Then the buttons say what is wrong when they are pressed.
  }, [self]);
  return (
    <div className="owned-line" id={LINE} tabIndex={-1}>
      <p className="quiet">This record is yours: say of each work whether it is. {number !== null && `${plural(number, "work")} confirmed; ten count for trust.`}</p>
      <p role="status">{told}</p>
    </div>
  );
}

/** For the owner of the record: whether a work is theirs. */
export function Owned({ work, self }: { work: Work; self: string }) {
  const id = useId();
  const on = usePart(owned, (now) => now.of === self && (now.confirmed?.has(work.id) ?? false));
  const [asking, ask] = useState(false);
  const { told, run } = useTold();
  const title = plainMath(work.title ?? work.id);
  const turn = (): void =>
    run(async () => {
      await confirmWork(self, work.id, !on);
      forget(address(`people/${segment(self)}/trust`));
      return on ? "You confirm it no more." : "Confirmed as yours.";
    });
  const refuse = async ({ reason = "" }: Record<string, string>): Promise<void> => {
    await disown(self, work.id, title, reason);
    document.getElementById(LINE)?.focus({ preventScroll: true });
    forget();
  };
  return (
    <>
      <button type="button" className="textbutton" aria-pressed={on} onClick={turn}>
        {on ? "✓ Mine" : "Mine"}<span className="hidden">: {title}</span>
      </button>
      <button type="button" className="textbutton" aria-expanded={asking} aria-controls={id} onClick={() => ask(!asking)}>
        Not mine<span className="hidden">: {title}</span>
      </button>
      <span role="status" className="quiet owned-says">
        {told}
      </span>
      <div id={id} className="owned-form" hidden={!asking}>
        {asking && <Form fields={[REASON]} button="Disown this work" doing="Taking it off this record…" main={false} send={refuse} />}
      </div>
    </>
  );
}
