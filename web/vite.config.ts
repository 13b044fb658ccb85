import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Assets are addressed relative to <base href>, so that the program can be served below any root path.
export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../api/static",
    emptyOutDir: true,
    target: ["chrome123", "firefox121", "safari17.5"],
    assetsInlineLimit: 0, // fonts and images stay files: the policy allows no data: fonts
    modulePreload: { polyfill: false },
    // What every page begins with comes as one file: many small ones take longer, and are larger in all.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
  },
  test: { css: { include: /tokens/ } }, // the colours are tested as they are written
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
