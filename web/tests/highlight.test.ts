import { describe, expect, it } from "vitest";
import { pieces } from "@/lib/highlight";

const found = (text: string, ranges: [number, number][]) => pieces(text, ranges).filter((piece) => piece.found).map((piece) => piece.text);

describe("found words in a snippet", () => {
  it("are cut by bytes, not by letters", () => expect(found("王府俱乐部合同", [[15, 21]])).toEqual(["合同"]));
  it("survive letters beyond the basic plane", () => expect(found("𠮷野家 contract", [[11, 19]])).toEqual(["contract"]));
  it("leave the text whole", () => expect(pieces("甲方：王府", [[0, 6], [9, 15]]).map((piece) => piece.text).join("")).toBe("甲方：王府"));
  it("that lie outside of the text are passed over", () => expect(pieces("abc", [[1, 9], [2, 2]])).toEqual([{ text: "abc", found: false }]));
  it("of an empty text are nothing", () => expect(pieces("", [[0, 1]])).toEqual([]));
});
