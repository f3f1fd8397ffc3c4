// The types of the records are those of the server that is built.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { firstDay, Scratch } from "./archive";
import { serverIsThere } from "./places";

it.skipIf(!serverIsThere)("the types of the records are made from this server's description", async () => {
  const scratch = await Scratch.empty();
  const server = await scratch.serve(firstDay);
  const script = fileURLToPath(new URL("../../scripts/make-types.mjs", import.meta.url));
  await expect(promisify(execFile)(process.execPath, [script, `${server.url}/api/openapi.json`, "--check"])).resolves.toBeDefined();
  await server.stop();
  scratch.remove();
});
