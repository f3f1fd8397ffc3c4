import { describe, expect, it } from "vitest";
import { withoutLitter } from "@/screens/ingest/dropped";
import { pieces } from "@/screens/ingest/useIngest";

describe("an upload", () => {
  it("goes on from where it broke off", () => expect(pieces(4, 10, 4)).toEqual([[4, 8], [8, 10]]));
  it("sends nothing where all has arrived", () => expect(pieces(10, 10, 4)).toEqual([]));
});

describe("what is dropped", () => {
  const file = new File([], "x");
  it("comes without what systems leave in folders", () =>
    expect(withoutLitter([".DS_Store", "a/Thumbs.db", "__MACOSX/a.pdf", "a/合同.pdf"].map((path) => ({ file, path }))).map(({ path }) => path)).toEqual(["a/合同.pdf"]));
});
