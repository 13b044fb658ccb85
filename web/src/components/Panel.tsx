import { type ReactNode, useId, useState } from "react";

/** A part of a page: a heading, what stands beside it, and its content. */
export function Panel({ title, aside, className = "", children }: { title: string; aside?: ReactNode; className?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <div className="panel-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

/** A part that is asked for only when the reader opens it; `children` is called then. */
export function OnDemand({ title, hint, className = "", children }: { title: string; hint: string; className?: string; children: () => ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id} className="ondemand-head">
          <button type="button" className="ondemand" aria-expanded={open} onClick={() => setOpen(!open)}>
            {title}
            <span className="chevron" aria-hidden="true" />
          </button>
        </h2>
      </header>
      {open ? children() : <p className="quiet">{hint}</p>}
    </section>
  );
}
