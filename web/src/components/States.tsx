import type { ApiError } from "../core/api/client";

/** What could not be had, why, and the way on. */
export function Failure({ error, retry, what }: { error: ApiError; retry: () => void; what: string }) {
  return (
    <div className="failure" role="alert">
      <p className="failure-what">{what}</p>
      <p>{error.message}</p>
      <p className="failure-foot">
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
        {error.requestId && <span className="quiet">Request {error.requestId}</span>}
      </p>
    </div>
  );
}

/** Grey lines in the place of what comes. */
export function Skeleton({ lines = 3, className = "" }: { lines?: number; className?: string }) {
  return (
    <div className={`skeleton ${className}`} aria-hidden="true">
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className={`skeleton-line w${i % 4}`} />
      ))}
    </div>
  );
}

/** A fact that was never imported. */
export function NotImported({ children = "not imported" }: { children?: string }) {
  return <span className="unknown">{children}</span>;
}
