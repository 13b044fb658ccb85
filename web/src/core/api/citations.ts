import { address, fetchText, posted } from "./client";

/** The formats in which works are cited and exported. */
export type Format = "bibtex" | "ris" | "csl-json" | "csv";

export const FORMATS: Record<Format, { name: string; ending: string }> = {
  bibtex: { name: "BibTeX", ending: "bib" },
  ris: { name: "RIS", ending: "ris" },
  "csl-json": { name: "CSL-JSON", ending: "csl.json" },
  csv: { name: "CSV", ending: "csv" },
};

/** What is to be cited: works by their ids, or a list of works as the API gives it (`people/…/works?from=2018`). */
export type Citable = { ids: readonly string[] } | { path: string };

/** The most works that one file of chosen works may hold. */
export const MOST = 1000;

/** The question for works in a format: an address, or what is posted. */
export function citation(what: Citable, format: Format): string {
  if ("ids" in what) return posted("works/export", { ids: what.ids, format });
  const [path, query] = what.path.split("?");
  return address(`${path}.${FORMATS[format].ending}`) + (query ? `?${query}` : "");
}

/** Fetch works in a format as text. */
export const cite = (what: Citable, format: Format): Promise<string> => fetchText(citation(what, format));
