import type { Kind } from "../api/types";
import type { Look } from "../graph/types";

/** One thing that was done to a view. A list of them is the undo stack, the address and the Cypher script. */
export type Step =
  | { do: "start"; ids: string[]; budget?: number }
  | { do: "add"; ids: string[] }
  | { do: "expand"; id: string; kind: Kind; count: number }
  | { do: "collapse"; id: string }
  | { do: "path"; from: string; to: string; via: string[]; not: string[] }
  | { do: "hide"; ids: string[] }
  | { do: "only"; ids: string[] }
  | { do: "keep"; ids: string[] }
  | { do: "show" }
  | { do: "tidy" }
  | { do: "pin"; id: string; x: number; y: number }
  | { do: "unpin"; id: string }
  | { do: "kinds"; kinds: Kind[] }
  | { do: "years"; from: number | null; to: number | null }
  | { do: "topic"; id: string | null }
  | { do: "institution"; id: string | null }
  | { do: "weight"; papers: number }
  | { do: "colour"; by: Look["colour"] }
  | { do: "size"; by: Look["size"] }
  | { do: "freeze"; on: boolean }
  | { do: "mark"; ids: string[] }
  | { do: "room"; nodes: number };

/** A view: how it came about, on which version of the data set, and what was selected when it was left. */
export interface Recipe {
  steps: Step[];
  dataset: string | null;
  selected: string | null;
}

/** A recipe as it was read, with what of it could not be. */
export interface ReadRecipe extends Recipe {
  /** Steps that this program does not know, or cannot read, as they were written. */
  unknown: string[];
  /** The address only stands for a view that was too long for it. */
  elsewhere: boolean;
}
