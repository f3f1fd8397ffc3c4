import { describe, expect, it } from "vitest";
import { dayOf, suggestionsFrom } from "@/screens/cataloguing/suggest";

const text = "王 府 俱 乐 部\n会员签单消费合同\n合同编号：KH-2024-0017\n甲方（单位）：王府集团有限公司\n签订日期:二〇二四年三月十五日\n付款日 2024-4-31 或 2024/05/01";
const of = (field: string) => suggestionsFrom(text).filter((each) => each.field === field).map((each) => each.value);

describe("what a page offers for the catalogue", () => {
  it("is a title that reads like one", () => expect(of("title")).toEqual(["会员签单消费合同"]));
  it("is a document number", () => expect(of("document_number")).toEqual(["KH-2024-0017"]));
  it("is a party", () => expect(of("responsible")).toEqual(["王府集团有限公司"]));
  it("are the days that exist, in Chinese numerals as well", () => expect(of("date")).toEqual(["2024-03-15", "2024-05-01"]));
  it("is nothing where nothing stands there", () => expect(suggestionsFrom("")).toEqual([]));
  it("knows no 30 February", () => expect(dayOf(2024, 2, 30)).toBeUndefined());
});
