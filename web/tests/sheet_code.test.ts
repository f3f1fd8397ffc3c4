import { describe, expect, it } from "vitest";
import { routeOf, sheetCode } from "@/lib/sheet_code";

const at = (text: string) => routeOf(sheetCode(text));

describe("a code off paper", () => {
  it("is read where it is a sheet's", () =>
    expect(sheetCode("TF1*VOLUME*A001-KH.02.2024-D30-C03-001*0*5B0C9E1A")).toEqual({ kind: "VOLUME", code: "A001-KH.02.2024-D30-C03-001" }));
  it("is a typed number otherwise, without the scanner's spaces", () => expect(sheetCode(" BOX-2024-0031\n")).toEqual({ kind: "", code: "BOX-2024-0031" }));
  it("leads to the record", () => {
    expect(at("TF1*ITEM*EA001-2024-00000123-L*0*00000000")).toEqual({ name: "item", params: { number: "EA001-2024-00000123-L" } });
    expect(at("TF1*FORM*DL-2036-0001*0*00000000")).toEqual({ name: "disposition", query: { list: "DL-2036-0001" } });
    expect(at("TF1*FORM*TR-2036-0001*0*00000000")).toEqual({ name: "disposition", query: { list: "TR-2036-0001" } });
    expect(at("DL-2036-0001")).toEqual({ name: "disposition", query: { list: "DL-2036-0001" } });
    expect(at("K1-02-05-3-12")).toEqual({ name: "shelf-map", query: { at: "K1-02-05-3-12" } });
  });
  it("has to be asked for where only the archive knows what it is", () => expect(at("A001-KH.02.2024-D30-C03-001")).toBeUndefined());
});
