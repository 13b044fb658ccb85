const LIVE = new Set(["openalex", "orcid", "doi", "arxiv"]);

/** Whether an id is of a scheme for which a live source can be asked. */
export const isLive = (id: string): boolean => LIVE.has(id.slice(0, id.indexOf(":")).toLowerCase());

const SPELLINGS: [RegExp, "people" | "papers", string][] = [
  [/^(?:https?:\/\/orcid\.org\/|orcid:)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i, "people", "orcid"],
  [/^(?:https?:\/\/openalex\.org\/|openalex:)?(A\d{4,})$/i, "people", "openalex"],
  [/^(?:https?:\/\/openalex\.org\/|openalex:)?(W\d{4,})$/i, "papers", "openalex"],
  [/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?(10\.\d{4,}\/\S+)$/i, "papers", "doi"],
  [/^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:)?(\d{4}\.\d{4,5})(?:v\d+)?$/i, "papers", "arxiv"],
];

/** The page of what a live source may know by this text: a person's or paper's identifier in one of its spellings; else null. */
export function liveAddress(text: string): string | null {
  for (const [spelling, folder, scheme] of SPELLINGS) {
    const found = spelling.exec(text.trim())?.[1];
    if (found) return `${folder}/${encodeURIComponent(`${scheme}:${found}`)}`;
  }
  return null;
}
