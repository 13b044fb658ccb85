import { Copy } from "./Copy";

/** Ways to pass on the page that is open: its link to copy, and the device's own ways where it has any. */
export function Share({ name }: { name: string }) {
  const link = (): string => location.href.split("#")[0] ?? location.href;
  const share = (): void => {
    // A reader who thinks better of it is no error.
    navigator.share({ title: name, url: link() }).catch(() => undefined);
  };
  return (
    <>
      <Copy text={link} label="Copy link" className="button" />
      {typeof navigator.share === "function" && (
        <button type="button" className="button" onClick={share}>
          Share
        </button>
      )}
    </>
  );
}
