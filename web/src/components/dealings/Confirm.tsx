import { change } from "../../core/api/client";
import type { Confirmations } from "../../core/api/types";
import { segment } from "../../core/route";
import { usePrivate, useTold } from "../account/hooks";
import type { Dealt } from "./dealt";

/** For those who may: confirm that the record is of whom they worked with, as a co-author, or as a moderator. */
export function Confirm({ person, account, changed }: Dealt) {
  const path = `people/${segment(person.id)}/confirmations`;
  const { data, reload } = usePrivate<Confirmations>(path);
  const { told, run } = useTold();
  if (!data || (!data.may && !data.mine)) return null;
  const desk = account.user?.role === "moderator";
  const turn = (): void =>
    run(async () => {
      const { mine } = await change<Confirmations>(data.mine ? "DELETE" : "POST", path);
      await reload();
      await changed();
      return mine ? `You confirm this record of ${person.name} now.` : "You confirm it no more.";
    });
  return (
    <section className="dealing" aria-label="Confirm this record">
      <h3>{desk ? "Confirm this record" : "You have worked together"}</h3>
      <p className="quiet">{data.mine ? "You have confirmed that this is who it says." : `Say that this record is of the person you know. It adds to the trust in it, and the page names the record that you own${desk ? ", if you have a joint work with it; as a moderator you are not named" : ""}.`}</p>
      <p className="dealing-act">
        <button type="button" className="button" onClick={turn}>
          {data.mine ? "Take the confirmation back" : desk ? "Confirm this record" : "This is who I worked with"}
        </button>
      </p>
      <p role="status" className="dealing-told">
        {told}
      </p>
    </section>
  );
}
