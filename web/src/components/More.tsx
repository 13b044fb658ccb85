import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ApiError } from "../core/api/client";
import { useResource } from "../core/api/resource";
import { count } from "../core/format";

/** Entries of a list at first, and after each press; the last is the server's most. */
export const PAGES = [20, 100, 500];

export interface Longer<F> {
  /** The answer with the longest list that came. */
  facts: F;
  question: string;
  /** Entries that the lists have at most now, and after one more press; null after the last. */
  size: number;
  next: number | null;
  pending: boolean;
  error: ApiError | null;
  grow: () => void;
}

/** The facts of a page, and after each press the same facts with longer lists; `question` is the one that gave `facts`. */
export function useLonger<F>(question: string, facts: F, pages: readonly number[] = PAGES): Longer<F> {
  const [page, setPage] = useState(0);
  const longer = `${question}${question.includes("?") ? "&" : "?"}limit=${pages[page]}`;
  const answer = useResource<F>(page > 0 ? `api/${longer.replace(/^api\//u, "")}` : null);
  return {
    facts: (page > 0 && answer.data) || facts,
    question: page > 0 ? longer : question,
    size: pages[page] ?? 0,
    next: pages[page + 1] ?? null,
    pending: answer.state === "loading",
    error: answer.error,
    grow: answer.error ? answer.retry : () => setPage(page + 1),
  };
}

interface MoreProps {
  longer: Omit<Longer<unknown>, "facts">;
  shown: number;
  /** How many there are; where nobody counted them, a full page may have a next one. */
  total: number | undefined;
  /** The way to what no page shows. */
  onward?: ReactNode;
}

/** The next part of a list, one press away; how much of it is shown is told to screen readers. */
export function More({ longer: { size, next, pending, error, grow }, shown, total, onward }: MoreProps) {
  const said = useRef<HTMLParagraphElement>(null);
  const rest = total === undefined ? (shown === size ? (next ?? size) - size : 0) : total - shown;
  const step = Math.min(rest, (next ?? size) - size);
  const offers = pending || error || (rest > 0 && next !== null);
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    // The button that was pressed is gone: the focus stays where it was.
    if (pressed && !offers && document.activeElement === document.body) said.current?.focus();
  }, [pressed, offers]);
  const press = (): void => {
    setPressed(true);
    if (!pending) grow();
  };
  return (
    <>
      {error && <p role="alert">{error.message}</p>}
      {offers && (
        <button type="button" className="button more" aria-disabled={pending} onClick={press}>
          {pending ? "Fetching…" : error ? "Try again" : `Show ${total === undefined ? "up to " : ""}${count(step)} more`}
        </button>
      )}
      {pressed && (
        <p ref={said} className="hidden" role="status" tabIndex={-1}>
          {!pending && `${count(shown)}${total === undefined ? "" : ` of ${count(total)}`} shown`}
        </p>
      )}
      {!offers && rest > 0 && onward}
    </>
  );
}
