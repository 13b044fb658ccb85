import { useEffect, useState } from "react";
import type { Ran } from "./useRun";

/** How it goes: running, cancelled, or what is wrong, in one sentence. */
export function Progress({ running, ran, told }: { running: boolean; ran: Ran | null; told: string }) {
  return (
    <div className="console-told">
      <p role="status" className="quiet">
        {running && (
          <>
            Running… <Clock />
          </>
        )}
        {!running && ran?.cancelled && "Cancelled: the query was given up, on the server too."}
      </p>
      <p role="alert" className="console-wrong">
        {told || (!running && ran?.error?.message)}
      </p>
    </div>
  );
}

/** Seconds since it began, from the second one on. */
function Clock() {
  const [seconds, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden="true">{seconds > 1 && `${seconds} s`}</span>;
}
