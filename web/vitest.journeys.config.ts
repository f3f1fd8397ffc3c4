// The journeys: a real browser against the real server (`npm run journeys`).
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": here("./src") } },
  test: {
    environment: "node",
    include: ["tests/journeys/**/*.journey.ts"],
    setupFiles: ["tests/journeys/setup.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
    bail: 1,
  },
});
