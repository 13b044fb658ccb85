import "../src/styles/tokens.css";
import { fromSlice } from "../src/core/graph";
import { createStore } from "../src/core/store";
import { mountGraph, type Picture } from "../src/graph/mount";
import { stage, timed } from "./painted";

let picture: Picture;
window.paint = (slice) =>
  timed(".sigma-edges, .sigma-nodes, .sigma-names", () => {
    picture = mountGraph(stage, createStore(fromSlice(slice)));
  });
window.drawn = () => picture.measure().nodes.length;
