import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { stages } from "./scripts/stages.ts";

const backend = process.env.PREPAID_BACKEND ?? "http://127.0.0.1:8000";

const source = fileURLToPath(new URL("./src", import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": source } },
  build: {
    target: "es2022",
    manifest: true,
    sourcemap: false,
    // A data: URL would need `img-src data:` and `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
    // The charts are one library; what a page may weigh is checked by `npm run size`.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    // Fragments of documents are texts that only codegen needs; operations are hashes.
    rolldownOptions: {
      treeshake: { manualPureFunctions: ["TypedDocumentString"] },
      output: {
        codeSplitting: {
          groups: [{ name: stages(source), debugName: "stages", includeDependenciesRecursively: false }],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ["/graphql", "/files", "/auth"].map((path) => [path, { target: backend, changeOrigin: false }]),
    ),
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    environment: "node",
    restoreMocks: true,
    testTimeout: 20_000,
    maxWorkers: 2,
  },
});
