import { type ReactNode, useState } from "react";
import { type Citable, citation, cite, type Format, FORMATS, MOST } from "../core/api/citations";
import { ApiError, fetchFile } from "../core/api/client";
import { count } from "../core/format";
import { save } from "../core/save";
import { Copy } from "./Copy";
import { Menu } from "./Menu";

type ExportMenuProps = Citable & {
  /** What stands on the button: "Cite", "Export 3 works". */
  label: ReactNode;
  /** Name of the file, without its ending. */
  name: string;
  className?: string;
};

/** Cite or export works as BibTeX, RIS, CSL-JSON or CSV: by their `ids`, or all of a list by its `path`; copied or as a file. */
export function ExportMenu({ label, name, className = "textbutton", ...what }: ExportMenuProps) {
  const over = "ids" in what && what.ids.length > MOST;
  return (
    <Menu label={label} title="Cite and export" className={className}>
      {() => (over ? <p className="menu-note">One file holds at most {count(MOST)} works; choose fewer.</p> : <Formats what={what} name={name} />)}
    </Menu>
  );
}

function Formats({ what, name }: { what: Citable; name: string }) {
  const [error, setError] = useState<string | null>(null);
  const download = async (format: Format): Promise<void> => {
    setError(null);
    try {
      save(await fetchFile(citation(what, format)), `${name}.${FORMATS[format].ending}`);
    } catch (reason) {
      setError(reason instanceof ApiError ? reason.message : "The file could not be made. Try again.");
    }
  };
  return (
    <>
      <ul className="formats">
        {(Object.keys(FORMATS) as Format[]).map((format) => (
          <li key={format}>
            <span>{FORMATS[format].name}</span>
            <Copy text={() => cite(what, format)} what={FORMATS[format].name} />
            <button type="button" className="textbutton" onClick={() => void download(format)}>
              Save<span className="hidden"> as {FORMATS[format].name}</span>
            </button>
          </li>
        ))}
      </ul>
      {error && (
        <p className="menu-note" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
