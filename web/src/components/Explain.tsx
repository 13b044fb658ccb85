import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useWithin } from "./hooks";

/** Something that explains itself: on hover, on focus and on tap; Escape closes it. */
export function Explain({ children, why, className = "" }: { children: ReactNode; why: ReactNode; className?: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const bubble = useRef<HTMLSpanElement>(null);
  useWithin(bubble, open);
  const escape = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <span className={`explain ${className}`} onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      <button type="button" className="explain-key" aria-describedby={id} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onClick={() => setOpen(true)} onKeyDown={escape}>
        {children}
      </button>
      <span ref={bubble} id={id} role="tooltip" className="explain-bubble" hidden={!open}>
        {why}
      </span>
    </span>
  );
}
