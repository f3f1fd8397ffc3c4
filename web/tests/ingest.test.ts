import { createHash } from "node:crypto";
import { Blob } from "node:buffer";
import { describe, expect, it } from "vitest";
import { digestOf } from "@/screens/ingest/digest";
import { withoutLitter } from "@/screens/ingest/dropped";
import { pieces } from "@/screens/ingest/pieces";

describe("an upload", () => {
  it("goes on from where it broke off", () => expect(pieces(4, 10, 4)).toEqual([[4, 8], [8, 10]]));
  it("sends nothing where all has arrived", () => expect(pieces(10, 10, 4)).toEqual([]));
});

describe("what is dropped", () => {
  const file = new File([], "x");
  it("comes without what systems leave in folders", () =>
    expect(withoutLitter([".DS_Store", "a/Thumbs.db", "__MACOSX/a.pdf", "a/合同.pdf"].map((path) => ({ file, path }))).map(({ path }) => path)).toEqual(["a/合同.pdf"]));
});

describe("a file's digest", () => {
  const bytes = new Uint8Array(1000).map((_, i) => i * 7);
  const known = createHash("sha256").update(bytes).digest("hex");
  it("is the same in pieces of any size", async () => {
    for (const most of [1000, 333, 64]) expect(await digestOf(new Blob([bytes]) as never, most)).toBe(known);
  });
  it("of nothing is that of nothing", async () => expect(await digestOf(new Blob([]) as never)).toBe(createHash("sha256").digest("hex")));
});
