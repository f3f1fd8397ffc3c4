// What a browser loads before the workbench is seen, compressed. Fails above the limit.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { output } from "./output.mjs";

const limit = 300 * 1000;
const manifest = JSON.parse(readFileSync(join(output, ".vite/manifest.json"), "utf8"));
const first = ["index.html", "src/screens/workbench/Workbench.vue", "src/i18n/element/zh.ts"];

const files = new Set(["index.html"]);
const seen = new Set();
function add(key) {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the manifest has no ${key}`);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const next of chunk.imports ?? []) add(next);
}
first.forEach(add);

let total = 0;
const rows = [];
for (const file of files) {
  const packed = join(output, file + ".br");
  const size = statSync(existsSync(packed) ? packed : join(output, file)).size;
  total += size;
  rows.push([size, file]);
}
rows.sort((a, b) => b[0] - a[0]);
if (process.argv.includes("--list")) for (const [size, file] of rows) console.log(String(size).padStart(8), file);
console.log(`first view: ${(total / 1000).toFixed(1)} kB compressed in ${files.size} files (limit ${limit / 1000} kB)`);
if (total > limit) process.exit(1);
