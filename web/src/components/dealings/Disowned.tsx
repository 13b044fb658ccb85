import { useEffect } from "react";
import { askDisowned, owned, takeBack } from "../../core/account/owned";
import { forget } from "../../core/api/resource";
import type { DisownedWork, PersonProfile } from "../../core/api/types";
import { date, plural } from "../../core/format";
import { usePart } from "../../core/store";
import { useTold } from "../account/hooks";
import { Told } from "../account/parts";
import { MathText } from "../MathText";
import { To } from "../To";

/** The works that the owner says are not theirs, each with the reason; the owner can take it back, and so can a moderator. */
export function Disowned({ person, mine, moderator }: { person: PersonProfile; mine: boolean; moderator: boolean }) {
  const items = usePart(owned, (now) => (now.of === person.id ? now.disowned : null));
  const { told, run } = useTold();
  useEffect(() => {
    askDisowned(person.id).catch(() => undefined); // Then none are shown.
  }, [person.id]);
  const back = ({ work }: DisownedWork): void =>
    run(async () => {
      await takeBack(person.id, work.id);
      forget();
      return "It is on this record again.";
    });
  if (!items?.length && !told) return null;
  return (
    <section className="dealing" aria-label="Disowned works">
      {items && items.length > 0 && (
        <details className="disclosure" open={mine}>
          <summary>{plural(items.length, "disowned work")}</summary>
          <p className="quiet">Sources list them here; {mine ? "you say" : "the owner says"} that they are not {mine ? "yours" : "theirs"}.</p>
          <ul className="disowned">
            {items.map((item) => (
              <li key={item.id}>
                <To kind="Paper" id={item.work.id}>
                  <MathText text={item.work.label} />
                </To>
                <p dir="auto">{item.why}</p>
                <p className="quiet">
                  {date(item.at)}
                  {(mine || moderator) && (
                    <>
                      {" · "}
                      <button type="button" className="textbutton" onClick={() => back(item)}>
                        {mine ? "It is mine after all" : "Put it back on the record"}
                        <span className="hidden">: {item.work.label}</span>
                      </button>
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Told says={told} />
    </section>
  );
}
