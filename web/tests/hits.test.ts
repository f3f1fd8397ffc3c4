import { describe, expect, it } from "vitest";
import { boxesOfHits, countHits, termsOf, type Word } from "@/lib/hits";

const word = (text: string, left: number, line = 1): Word => ({ text, line, left, top: line * 100, width: 40, height: 30 });

describe("the terms of a question", () => {
  it("are its words and phrases, folded", () => expect(termsOf("合同 “还款 计划” Harbour")).toEqual(["合同", "还款计划", "harbour"]));
  it("are neither fields, operators nor what is left out", () => expect(termsOf("押金 OR deposit -作废 year:2024 客户:王府")).toEqual(["押金", "deposit"]));
  it("of a title count as well", () => expect(termsOf("title:还款")).toEqual(["还款"]));
  it("lose the star of a beginning", () => expect(termsOf("contract*")).toEqual(["contract"]));
});

describe("hits on a page", () => {
  it("are found across the words that hold them, as one box", () =>
    expect(boxesOfHits([word("王", 0), word("府", 50), word("合", 100)], ["王府"])).toEqual([{ left: 0, top: 100, width: 90, height: 30 }]));
  it("that go over a line's end are boxed on their first line", () =>
    expect(boxesOfHits([word("还款", 0, 1), word("计划", 0, 2)], ["还款计划"])).toEqual([{ left: 0, top: 100, width: 40, height: 30 }]));
  it("that overlap are one", () => expect(countHits("王府俱乐部", ["王府俱", "府俱乐部"])).toBe(1));
  it("are as many in the text as on the page", () => {
    const words = [word("Club ", 0), word("Ｃlub", 60), word("俱乐部", 120)];
    expect(boxesOfHits(words, ["club"])).toHaveLength(2);
    expect(countHits(words.map(({ text }) => text).join(" "), ["club"])).toBe(2);
  });
});
