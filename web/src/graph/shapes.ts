import type { Kind } from "../core/api/types";

/** The sign of a kind in a box of 24 by 24: its outline and what is drawn on it. Lists, legend and picture share it. */
export interface Shape {
  /** Outline, filled with the colour of the kind. */
  outline: string;
  /** Strokes on it, in the colour of the page. */
  glyph: string;
  /** Number by which the node program knows the outline. */
  index: number;
}

export const SHAPES: Record<Kind, Shape> = {
  Person: {
    index: 0,
    outline: "M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z",
    glyph: "M12 6.4a3 3 0 1 1 0 6a3 3 0 1 1 0-6M6.2 18.2c.7-2.7 2.9-4 5.8-4s5.1 1.3 5.8 4",
  },
  Paper: {
    index: 1,
    outline: "M6 2.4h12a3.6 3.6 0 0 1 3.6 3.6v12a3.6 3.6 0 0 1-3.6 3.6h-12a3.6 3.6 0 0 1-3.6-3.6v-12a3.6 3.6 0 0 1 3.6-3.6z",
    glyph: "M7.2 8.2h9.6M7.2 12h9.6M7.2 15.8h5.8",
  },
  Topic: {
    index: 2,
    outline: "M12 .6L21.9 6.3V17.7L12 23.4L2.1 17.7V6.3z",
    glyph: "M10.6 7.2l-1.4 9.6M14.8 7.2l-1.4 9.6M7.6 10.2h9.2M7.2 13.8h9.2",
  },
  Institution: {
    index: 3,
    outline: "M12 1.2L22.6 9.4V21.8H1.4V9.4z",
    glyph: "M7.2 11.6v6M12 11.6v6M16.8 11.6v6M6 8.9L12 4.9l6 4",
  },
};
