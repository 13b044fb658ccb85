import type { MouseEvent, ReactNode } from "react";
import type { Kind } from "../core/api/types";
import { base, go, pathOf } from "../core/route";

const plain = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function href(path: string): string {
  const { pathname, search, hash } = new URL(path, base());
  return pathname + search + hash;
}

/** A link to a page of this site; a new tab and the like stay the browser's. */
export function Link({ path, className, children }: { path: string; className?: string; children: ReactNode }) {
  const open = (event: MouseEvent): void => {
    if (!plain(event)) return;
    event.preventDefault();
    go(path);
  };
  return (
    <a href={href(path)} className={className} onClick={open} dir="auto">
      {children}
    </a>
  );
}

/** A link to the page of a node. */
export function To({ kind, id, className, children }: { kind: Kind; id: string; className?: string; children: ReactNode }) {
  return (
    <Link path={pathOf(kind, id)} {...(className ? { className } : {})}>
      {children}
    </Link>
  );
}
