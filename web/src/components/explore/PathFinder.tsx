import { useState } from "react";
import type { CoauthorPath, Paths } from "../../core/api/types";
import { useResource } from "../../core/api/resource";
import type { Explorer } from "../../core/explore/explorer";
import { pathsQuestion } from "../../core/explore/perform";
import { count, join, plural } from "../../core/format";
import type { GraphState } from "../../core/graph";
import { plainMath } from "../../core/math";
import { useStore } from "../../core/store";
import { PaperTitle } from "../PaperTitle";
import { Search } from "../Search";
import { SeeQuery } from "../SeeQuery";
import { Failure, Skeleton } from "../States";

/** People that a path may be made to pass, and paths that are offered beside the first. */
const VIA = 3;
const OTHERS = 3;

interface Person {
  id: string;
  label: string;
}

/** The people that are at hand: the marked ones, then the selected one. */
function atHand(state: GraphState): Person[] {
  const ids = new Set([...state.marked, ...(state.selected ? [state.selected] : []), ...state.center]);
  return [...ids].flatMap((id) => state.nodes.get(id) ?? []).filter((node) => node.kind === "Person");
}

/** Chains of co-authors between two people, with the papers of each step; somebody can be kept or gone around. */
export function PathFinder({ explorer }: { explorer: Explorer }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="inspector-part disclosure path" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Path between two people</summary>
      {open && <Finder explorer={explorer} />}
    </details>
  );
}

function Finder({ explorer }: { explorer: Explorer }) {
  const state = useStore(explorer.view);
  const people = atHand(state);
  const [from, setFrom] = useState<Person | null>(people[0] ?? null);
  const [to, setTo] = useState<Person | null>(people[1] ?? null);
  return (
    <>
      <End name="From" person={from} others={people.filter((each) => each.id !== to?.id)} choose={setFrom} />
      <End name="To" person={to} others={people.filter((each) => each.id !== from?.id)} choose={setTo} />
      {from && to && from.id !== to.id && <Found key={`${from.id} ${to.id}`} explorer={explorer} from={from} to={to} />}
      {from && to && from.id === to.id && <p className="quiet">These are one person; choose another.</p>}
      {(!from || !to) && <p className="quiet">Mark two people in the list or the picture, or search them here.</p>}
    </>
  );
}

/** One end of a path: who it is, others at hand to choose with one press, or a search. */
function End({ name, person, others, choose }: { name: string; person: Person | null; others: Person[]; choose: (person: Person | null) => void }) {
  return (
    <div className="path-end">
      <span className="path-label">{name}</span>
      {person ? (
        <>
          <strong dir="auto">{person.label}</strong>
          <button type="button" className="textbutton" onClick={() => choose(null)}>
            Change<span className="hidden"> {name.toLowerCase()}</span>
          </button>
        </>
      ) : (
        <div className="path-choose">
          <Search placeholder={`${name}: search a person`} kind="Person" pick={choose} />
          {others.slice(0, 4).map((other) => (
            <button key={other.id} type="button" className="button button-small" onClick={() => choose(other)}>
              {other.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Found({ explorer, from, to }: { explorer: Explorer; from: Person; to: Person }) {
  const [via, setVia] = useState<string[]>([]);
  const [not, setNot] = useState<string[]>([]);
  const question = pathsQuestion(from.id, to.id, via, not, 1 + OTHERS);
  const answer = useResource<Paths>(question);
  const [best, ...others] = answer.data?.items ?? [];
  // In the order in which the path meets them: so the server takes them.
  const met = (id: string): number => best?.people.findIndex((ref) => ref.id === id) ?? 0;
  const keep = (id: string): void => setVia(via.includes(id) ? via.filter((each) => each !== id) : [...via, id].sort((a, b) => met(a) - met(b)));
  const names = new Map([...(answer.data?.items ?? [])].flatMap((item) => item.people.map((ref) => [ref.id, ref.label] as const)));
  const label = (id: string): string => names.get(id) ?? explorer.label(id);
  return (
    <div className="path-found" aria-busy={answer.state === "loading"}>
      {answer.error && <Failure error={answer.error} retry={answer.retry} what="No path could be looked for." />}
      {!answer.data && !answer.error && <Skeleton lines={5} />}
      {not.length > 0 && (
        <ul className="path-not" aria-label="Gone around">
          {not.map((id) => (
            <li key={id}>
              not through {label(id)}{" "}
              <button type="button" className="textbutton" onClick={() => setNot(not.filter((each) => each !== id))}>
                Allow again
              </button>
            </li>
          ))}
        </ul>
      )}
      {answer.data && !best && <p>{answer.data.reason ?? "No chain of co-authors joins them."}</p>}
      {best && <Hops path={best} via={via} keep={keep} avoid={(id) => (setNot([...not, id]), setVia(via.filter((each) => each !== id)))} />}
      {best && (
        <button type="button" className="button button-main" onClick={() => void explorer.act({ do: "path", from: from.id, to: to.id, via, not })}>
          Add this path to the picture
        </button>
      )}
      {others.length > 0 && (
        <>
          <h3 className="inspector-head">Or</h3>
          <ul className="path-others">
            {others.map((path) => (
              <li key={path.people.map((ref) => ref.id).join(" ")}>
                <button type="button" className="textbutton" onClick={() => setVia(path.people.slice(1, -1).slice(0, VIA).map((ref) => ref.id))}>
                  through {join(path.people.slice(1, -1).map((ref) => ref.label)) || "nobody else"}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {answer.data && <p className="quiet">{answer.data.rule}</p>}
      <SeeQuery path={question} />
    </div>
  );
}

function Hops({ path, via, keep, avoid }: { path: CoauthorPath; via: string[]; keep: (id: string) => void; avoid: (id: string) => void }) {
  return (
    <ol className="hops" aria-label={`Path of ${plural(path.length, "step")}`}>
      {path.hops.map((hop, i) => (
        <li key={hop.target.id}>
          <p className="hop-papers">
            {plural(hop.total, "joint paper")}
            {hop.total > hop.papers.length && `, the ${count(hop.papers.length)} newest`}
          </p>
          <ul>
            {hop.papers.map((paper) => (
              <li key={paper.id}>
                <PaperTitle paper={paper} />{" "}
                <span className="quiet">{paper.year}</span>
              </li>
            ))}
          </ul>
          <p className="hop-person">
            <strong dir="auto">{plainMath(hop.target.label)}</strong>
            {i < path.hops.length - 1 && (
              <>
                <button type="button" className="button button-small" aria-pressed={via.includes(hop.target.id)} disabled={!via.includes(hop.target.id) && via.length >= VIA} onClick={() => keep(hop.target.id)}>
                  {via.includes(hop.target.id) ? "Kept" : "Keep"}
                  <span className="hidden"> {hop.target.label}</span>
                </button>
                <button type="button" className="button button-small" onClick={() => avoid(hop.target.id)}>
                  Go around<span className="hidden"> {hop.target.label}</span>
                </button>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
