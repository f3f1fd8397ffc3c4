// Where the programs, the browser and the pictures of a run are; what is missing is said, and nothing is run then.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const build = process.env.TWOFOLD_BUILD ?? fileURLToPath(new URL("../../../build/release", import.meta.url));
export const programs = `${build}/bin`;
export const samples = `${build}/journeys/samples`;
export const pictures = `${build}/journeys/pictures`;
export const chromium = process.env.TWOFOLD_CHROMIUM ?? "/usr/bin/chromium";

const needed: [string, string][] = [
  [chromium, "Chromium: apt-get install chromium"],
  [`${programs}/twofold`, "the server: ninja -C build/release twofold"],
  [`${programs}/make-samples`, "the samples' maker: ninja -C build/release make-samples"],
  [`${build}/web/index.html`, "the browser application: scripts/build-web"],
];
export const serverIsThere = existsSync(`${programs}/twofold`);
export const missing = needed.filter(([path]) => !existsSync(path)).map(([, what]) => what);
