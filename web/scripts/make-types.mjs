// Writes src/api/schema.ts from the OpenAPI document: node scripts/make-types.mjs [URL-or-file] [--check], by default that of a server that runs.
// With --check it writes nothing, and fails where the file is not what it would write.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";

const words = process.argv.slice(2);
const from = words.find((word) => !word.startsWith("--")) ?? `${process.env.TWOFOLD_SERVER ?? "http://127.0.0.1:8080"}/api/openapi.json`;
const file = fileURLToPath(new URL("../src/api/schema.ts", import.meta.url));
const text = /^https?:/.test(from) ? await (await fetch(from)).text() : readFileSync(from, "utf8");
// A record may get fields that this page does not know of: they are no part of its type.
const document = JSON.parse(text, function (key, value) {
  return key === "additionalProperties" && value === true && this.properties ? undefined : value;
});
// The records alone: which address answers with which is said where it is asked.
const types = astToString(await openapi({ ...document, paths: {} }));
const made = "// Made by scripts/make-types.mjs from the server's OpenAPI document; do not edit.\n\n" + types;

if (!words.includes("--check")) writeFileSync(file, made);
else if (readFileSync(file, "utf8") !== made) {
  console.error("src/api/schema.ts is older than the server: npm run types");
  process.exit(1);
}
