import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";

const here = import.meta.dirname;

/** Every folder with a `main.ts` or `main.tsx` is an island, by its name. */
function islands(): Record<string, string> {
  const found = readdirSync(here, { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name !== "node_modules")
    .flatMap(({ name }) => ["main.ts", "main.tsx"].map((file) => [name, join(here, name, file)] as const))
    .filter(([, file]) => existsSync(file));
  return Object.fromEntries(found);
}

export default defineConfig({
  root: here,
  base: "/static/",
  logLevel: "error",
  build: {
    outDir: "../static",
    emptyOutDir: true,
    assetsDir: "",
    // Data URLs are not allowed by the policy that goes with the pages.
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
    target: "es2022",
    rolldownOptions: { input: islands() },
  },
  worker: { format: "es" },
});
