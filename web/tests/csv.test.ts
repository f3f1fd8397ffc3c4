import { describe, expect, it } from "vitest";
import { csvCell, csvOf } from "@/components/DataList/csv";

describe("a list as CSV", () => {
  it("quotes commas, quotes and line breaks", () => {
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
    expect(csvCell("甲\n乙")).toBe('"甲\n乙"');
  });
  it("has nothing that a spreadsheet would reckon out", () => {
    for (const text of ["=1+1", "+86 10", "-作废", "@sum"]) expect(csvCell(text)).toBe("'" + text);
    expect(csvCell(-5)).toBe("-5");
  });
  it("begins with the mark of UTF-8 and the names of the columns", () => {
    const columns = [{ key: "n", label: "field.number", value: (row: { n: number }) => row.n }];
    expect(csvOf([{ n: 1 }, { n: 2 }], columns, () => "编号")).toBe("\uFEFF编号\r\n1\r\n2\r\n");
  });
});
