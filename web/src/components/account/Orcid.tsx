import { useState } from "react";
import { ApiError, change } from "../../core/api/client";
import type { OrcidStart } from "../../core/api/types";

/** Goes to ORCID, which sends the browser back to `next`; stands only where this installation is registered there. */
export function Orcid({ next, label }: { next: string; label: string }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const begin = async (): Promise<void> => {
    setWrong(null);
    try {
      location.assign((await change<OrcidStart>("POST", "account/orcid", { next })).address);
    } catch (reason) {
      setWrong(reason instanceof ApiError ? reason.message : "ORCID could not be reached from this page: reload it.");
    }
  };
  return (
    <div className="orcid-way">
      <button type="button" className="button" onClick={() => void begin()}>
        {label}
      </button>
      <p role="status" className="form-wrong">
        {wrong}
      </p>
    </div>
  );
}
