import { useEffect, useState } from "react";
import { ApiError } from "../core/api/client";

const COPIED = "Copied to the clipboard";
const FAILED = "This could not be copied; select it and copy it by hand";

/** Write a text that may still be on its way; the browser is asked at once, while it still counts as the reader's press. */
async function toClipboard(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await text);
  const blob = text.then((plain) => new Blob([plain], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

/** Copies a text when pressed, and says so, also to a screen reader; `text` may have to be fetched first. */
export function Copy({ text, label = "Copy", what, className = "textbutton" }: { text: () => string | Promise<string>; label?: string; what?: string; className?: string }) {
  const [told, tell] = useState<string | null>(null);
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => tell(null), 4000);
    return () => clearTimeout(timer);
  }, [told]);
  const copy = async (): Promise<void> => {
    const wanted = Promise.resolve(text());
    try {
      await toClipboard(wanted);
      tell(COPIED);
    } catch {
      tell(await wanted.then(() => FAILED, (reason: unknown) => (reason instanceof ApiError ? reason.message : FAILED)));
    }
  };
  const failed = told !== null && told !== COPIED;
  return (
    <>
      <button type="button" className={className} onClick={() => void copy()}>
        {told === COPIED ? "Copied" : label}
        {what && <span className="hidden"> {what}</span>}
      </button>
      <span role="status" className={failed ? "copy-failed" : "hidden"}>
        {told}
      </span>
    </>
  );
}
