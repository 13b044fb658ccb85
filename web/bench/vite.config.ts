import { defineConfig } from "vite";

// Two pages for `python -m bench explorer`; they are no part of what is shipped.
export default defineConfig({
  base: "./",
  build: { target: "chrome123", rolldownOptions: { input: ["bench/ours.html", "bench/peer.html"] } },
});
