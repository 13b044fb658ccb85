const LIVE = new Set(["openalex", "orcid", "doi", "arxiv"]);

/** Whether an id is of a scheme for which a live source can be asked. */
export const isLive = (id: string): boolean => LIVE.has(id.slice(0, id.indexOf(":")).toLowerCase());
