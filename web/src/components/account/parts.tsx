import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import { isAddress, isPassword, SHORTEST, filled } from "../../core/account/fields";
import { useTitle } from "../hooks";
import type { Asked } from "./Form";

export const EMAIL: Asked = { name: "email", label: "Mail address", type: "email", complete: "username", check: isAddress };
export const PASSWORD: Asked = { name: "password", label: "Password", type: "password", complete: "current-password", check: filled("Type your password.") };
export const NEW_PASSWORD: Asked = { name: "password", label: "New password", type: "password", complete: "new-password", check: isPassword, hint: `At least ${SHORTEST} characters, any of them; a few words are easy to keep.` };

/** A page with one thing to do. */
export function DoorFrame({ title, lede, children }: { title: string; lede?: ReactNode; children: ReactNode }) {
  useTitle(`${title} · BZPEER`);
  return (
    <div className="door">
      <h1>{title}</h1>
      {lede && <p className="door-lede">{lede}</p>}
      {children}
    </div>
  );
}

/** What came of what was pressed, which is gone: the line takes the focus, so that it is read and the keyboard goes on there. */
export function Told({ says, className = "dealing-told" }: { says: string; className?: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (says) line.current?.focus();
  }, [says]);
  return (
    <p role="status" ref={line} tabIndex={-1} className={className}>
      {says}
    </p>
  );
}

/** What was done, in the place of the form that did it: it takes the focus, so that it is read. */
export function Done({ children }: { children: ReactNode }) {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div ref={told} className="door-done" tabIndex={-1} role="status">
      {children}
    </div>
  );
}
