import { save } from "../save";
import { decode, encode, recipeAddress } from "./address";
import type { Explorer } from "./explorer";
import type { ReadRecipe } from "./types";

const FORMAT = "bzpeer-view";

/** Why a file is no view, in a sentence for the reader. */
export class NoView extends Error {}

/** A name for files of a view: its first words, fit for every system. */
export function fileName(explorer: Explorer): string {
  const words = explorer.graph.get().center.map(explorer.label).join(" ").normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/gu, "");
  return (words || "view").slice(0, 60).toLowerCase();
}

/** Hand the view to the reader as a file, however long it is. */
export function saveRecipe(explorer: Explorer): void {
  const recipe = explorer.recipe();
  const text = JSON.stringify({ format: FORMAT, version: 1, dataset: recipe.dataset, view: encode(recipe).split("&") }, null, 2);
  save(text, `${fileName(explorer)}.json`, "application/json");
}

/** Read such a file; throws NoView. */
export function readFile(text: string): ReadRecipe {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new NoView("This file is not JSON; choose a view that was saved here.");
  }
  const { format, view } = (content ?? {}) as { format?: unknown; view?: unknown };
  if (format !== FORMAT || !Array.isArray(view) || !view.every((part) => typeof part === "string")) throw new NoView("This file holds no view; choose one that was saved here.");
  const recipe = decode(view.join("&"));
  if (recipe.steps.length === 0) throw new NoView("The view in this file has no step that is known here.");
  return recipe;
}

/** The address of a view with the site's own before it. */
export const fullAddress = (explorer: Explorer, base: URL, page: "explore" | "embed" = "explore"): string => new URL(recipeAddress(explorer.recipe(), page), base).href;
