import cytoscape from "cytoscape";
import type { Kind, Slice } from "../src/core/api/types";
import { stage, timed } from "./painted";

const COLOURS: Record<Kind, string> = { Person: "#1f5fa8", Paper: "#a9711b", Topic: "#1f7a4d", Institution: "#7d2f7a" };
const SHAPES: Record<Kind, cytoscape.Css.NodeShape> = { Person: "ellipse", Paper: "round-rectangle", Topic: "hexagon", Institution: "pentagon" };
/** As many labels as the other one draws at most in a picture of this size. */
const LABELS = 42;

/** The same nodes, edges, seeded positions, shapes and number of labels; no layout is computed. */
function elements(slice: Slice): cytoscape.ElementDefinition[] {
  const { clientWidth: width, clientHeight: height } = stage;
  const nodes = slice.nodes.map((node, i) => ({
    data: { id: node.id, label: i < LABELS ? node.label.slice(0, 30) : "", colour: COLOURS[node.kind], shape: SHAPES[node.kind], size: node.center ? 34 : 17 },
    position: { x: ((node.x + 1) / 2) * width, y: ((1 - node.y) / 2) * height },
  }));
  const edges = slice.edges.map((edge, i) => ({ data: { id: `e${i}`, source: edge.source, target: edge.target, width: edge.kind === "COAUTHORED" ? Math.min(4.5, 0.7 + Math.sqrt(edge.papers ?? 1) * 0.55) : 1 } }));
  return [...nodes, ...edges];
}

let cy: cytoscape.Core;
window.paint = (slice) =>
  timed(
    "canvas[data-id='layer2-node']",
    () =>
      new Promise((resolve) => {
        cy = cytoscape({
          container: stage,
          elements: elements(slice),
          layout: { name: "preset", fit: true, padding: 34 },
          style: [
            { selector: "node", style: { "background-color": "data(colour)", shape: "data(shape)" as "ellipse", width: "data(size)", height: "data(size)", label: "data(label)", "font-size": 12 } },
            { selector: "edge", style: { "line-color": "#c4c7cc", width: "data(width)", "curve-style": "haystack" } },
          ],
        });
        cy.one("render", () => resolve());
      }),
  );
window.drawn = () => {
  const { x1, y1, x2, y2 } = cy.extent();
  return cy.nodes().filter((node) => node.position().x >= x1 && node.position().x <= x2 && node.position().y >= y1 && node.position().y <= y2).length;
};
