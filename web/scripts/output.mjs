// Where the built application lies; the server looks for it there, relative to its executable.
import { fileURLToPath } from "node:url";

export const output = fileURLToPath(new URL("../../build/release/web/", import.meta.url));
