// Writes src/api/schema.ts from the OpenAPI document: node scripts/make-types.mjs URL-or-file, by default that of a server that runs.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapi, { astToString } from "openapi-typescript";

const from = process.argv[2] ?? `${process.env.TWOFOLD_SERVER ?? "http://127.0.0.1:8080"}/api/openapi.json`;
const text = /^https?:/.test(from) ? await (await fetch(from)).text() : readFileSync(from, "utf8");
// The records alone: which address answers with which is said where it is asked.
const types = astToString(await openapi({ ...JSON.parse(text), paths: {} }));
const head = "// Made by scripts/make-types.mjs from the server's OpenAPI document; do not edit.\n\n";
writeFileSync(fileURLToPath(new URL("../src/api/schema.ts", import.meta.url)), head + types);
