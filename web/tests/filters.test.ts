import { describe, expect, it } from "vitest";
import { clauseOf, question, readFilters, toggled, writeFilters } from "@/screens/search/filters";

describe("facets that were chosen", () => {
  it("come back from the address as they were", () => {
    const filters = [{ facet: "customer", key: "王府=集团|北京" }, { facet: "year", key: "2024" }];
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });
  it("are fields of the query language, in quotes where they must be", () => {
    expect(clauseOf({ facet: "place", key: "K1-02" })).toBe("shelf:K1-02");
    expect(clauseOf({ facet: "customer", key: "Harbour Club" })).toBe('customer:"Harbour Club"');
  });
  it("of one facet are alternatives, of several narrow each other", () =>
    expect(question("合同", [{ facet: "year", key: "2024" }, { facet: "category", key: "2" }, { facet: "year", key: "2025" }])).toBe(
      "合同 (year:2024 OR year:2025) category:2",
    ));
  it("hold for the whole of a question with OR", () => expect(question("押金 OR 定金", [{ facet: "year", key: "2024" }])).toBe("(押金 OR 定金) year:2024"));
  it("are left again by choosing them again", () => expect(toggled([{ facet: "year", key: "2024" }], { facet: "year", key: "2024" })).toEqual([]));
});
