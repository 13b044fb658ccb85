import type { ReactNode } from "react";
import type { AuditLine, DeskUser, Ref } from "../../core/api/types";
import { stepWords } from "../../core/desk";
import { date } from "../../core/format";
import { KindIcon } from "../KindIcon";
import { To } from "../To";

/** A user with what a moderator should know of them. */
export function Who({ user }: { user: DeskUser | null }) {
  if (!user) return <span className="quiet">an account that was deleted</span>;
  return (
    <span>
      <span dir="auto">{user.name}</span>
      {user.email && <span className="quiet"> · {user.email}</span>}
      {user.orcid && (
        <span className="quiet">
          {" · "}
          <a href={`https://orcid.org/${user.orcid}`}>{user.orcid}</a>
        </span>
      )}
    </span>
  );
}

/** The owners of records. */
export function Owners({ users }: { users: readonly DeskUser[] }) {
  if (users.length === 0) return <span className="quiet">nobody</span>;
  return (
    <>
      {users.map((user) => (
        <span key={user.id} className="desk-owner">
          <Who user={user} />
        </span>
      ))}
    </>
  );
}

/** A record of a person, with its id: two of them may have one name. */
export function Record({ of }: { of: Ref | null }) {
  if (!of) return <span className="quiet">a record that is here no more</span>;
  return (
    <span>
      <KindIcon kind="Person" />{" "}
      <To kind="Person" id={of.id}>
        {of.label}
      </To>{" "}
      <code className="quiet">{of.id}</code>
    </span>
  );
}

/** What somebody wrote, as they wrote it. */
export function Said({ children }: { children: string }) {
  return (
    <blockquote className="desk-said" dir="auto">
      {children}
    </blockquote>
  );
}

/** Facts with their names. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every step that something went, in plain words. */
export function History({ lines }: { lines: readonly AuditLine[] }) {
  return (
    <details className="disclosure desk-history">
      <summary>History</summary>
      <ol>
        {lines.map((line, at) => {
          const { says, words } = stepWords(line);
          return (
            <li key={at}>
              <span className="quiet">{date(line.at)}</span> {says}
              {words && (
                <>
                  : <q dir="auto">{words}</q>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
