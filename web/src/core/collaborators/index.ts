import type { Collaborator, PaperRef } from "../api/types";

export type Order = "recency" | "newman" | "count";

/** The parameters of the weight: half-life in years (null: no decay) and the exponent of the team size. */
export interface Weighting {
  order: Order;
  halfLife: number | null;
  team: number;
}

export const DEFAULT: Weighting = { order: "recency", halfLife: 1, team: 0.5 };

/** The parameters that an order stands for; the plain count has neither decay nor team size. */
function effective(weighting: Weighting): { halfLife: number | null; team: number } {
  if (weighting.order === "newman") return { halfLife: null, team: 1 };
  if (weighting.order === "count") return { halfLife: null, team: 0 };
  return { halfLife: weighting.halfLife, team: weighting.team };
}

/**
 * Weight of a tie: the sum over joint papers of 2^(-(latest - year)/h) / (n - 1)^e, n the declared number of authors.
 * Papers by one author give nothing; with a decay, papers without a year give nothing either. The server's formula,
 * repeated here so that moving a slider needs no question.
 */
export function weight(papers: PaperRef[], latest: number, weighting: Weighting): number {
  const { halfLife, team } = effective(weighting);
  let sum = 0;
  for (const paper of papers) {
    const authors = paper.authors ?? 2;
    if (authors < 2) continue;
    if (halfLife !== null && paper.year === null) continue;
    const decay = halfLife === null || paper.year === null ? 1 : 2 ** (-(latest - paper.year) / halfLife);
    sum += decay / (authors - 1) ** team;
  }
  return sum;
}

export interface Ranked {
  collaborator: Collaborator;
  weight: number;
  /** Share of the strongest tie, 0 to 1: the length of the bar. */
  share: number;
}

/** Order collaborators by weight; equal weights by joint papers, last year and name, so that the order is stable. */
export function rank(items: Collaborator[], latest: number, weighting: Weighting): Ranked[] {
  const weighed = items.map((collaborator) => ({ collaborator, weight: weight(collaborator.joint_papers, latest, weighting) }));
  const top = Math.max(0, ...weighed.map((item) => item.weight));
  return weighed
    .map((item) => ({ ...item, share: top > 0 ? item.weight / top : 0 }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.collaborator.joint - a.collaborator.joint ||
        (b.collaborator.last_year ?? 0) - (a.collaborator.last_year ?? 0) ||
        a.collaborator.person.label.localeCompare(b.collaborator.person.label, "en"),
    );
}
