import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import components from "unplugin-vue-components/vite";
import { ElementPlusResolver } from "unplugin-vue-components/resolvers";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A server that is running already, for `npm run dev`.
const server = process.env.TWOFOLD_SERVER ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [vue(), components({ dirs: [], dts: "src/components.d.ts", resolvers: [ElementPlusResolver()] })],
  resolve: { alias: { "@": here("./src") } },
  define: { __INTLIFY_JIT_COMPILATION__: true, __VUE_I18N_LEGACY_API__: false, __VUE_I18N_FULL_INSTALL__: false },
  // The server compares the Origin of a change with the Host: it must see the one that the browser asked.
  server: { proxy: { "/api": { target: server, changeOrigin: false } } },
  build: {
    outDir: here("../build/release/web"),
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // The policy of the server allows no data: scripts and no inline ones.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  test: { environment: "jsdom", setupFiles: ["tests/setup.ts"], pool: "threads", isolate: false, include: ["tests/**/*.test.ts"], server: { deps: { inline: ["element-plus"] } } },
});
