// Writes a .br and a .gz beside every asset that gains by it, so that the server never compresses while somebody waits.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { output } from "./output.mjs";

const worthwhile = /\.(js|mjs|css|html|svg|json|wasm|bcmap)$/;
const smallest = 1024;

for (const name of readdirSync(output, { recursive: true })) {
  const file = join(output, name);
  if (!worthwhile.test(name) || !statSync(file).isFile()) continue;
  const bytes = readFileSync(file);
  if (bytes.length < smallest) continue;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(file + ".br", brotliCompressSync(bytes, { params }));
  writeFileSync(file + ".gz", gzipSync(bytes, { level: 9 }));
}
