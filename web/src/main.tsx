import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/page.css";
import "./styles/head.css";
import "./styles/states.css";
import "./styles/provenance.css";
import "./styles/lists.css";
import "./styles/near.css";
import "./styles/graph.css";
import "./styles/twin.css";
import "./styles/works.css";
import "./styles/timeline.css";
import "./styles/trust.css";
import "./styles/reading.css";
import "./styles/tools.css";
import "./styles/print.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./pages/App";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
