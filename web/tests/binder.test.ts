import { describe, expect, it } from "vitest";
import { moved, written } from "@/screens/binder/order";

describe("pages put in order", () => {
  it("keep every page once, the moved one where it was put", () => {
    expect(moved(4, 1, 3)).toEqual([2, 3, 1, 4]);
    expect(moved(4, 4, 1)).toEqual([4, 1, 2, 3]);
    expect(moved(3, 2, 9)).toEqual([1, 3, 2]);
  });
  it("are written as the server reads them", () => {
    expect(written([2, 4, 5, 6])).toBe("2,4-6");
    expect(written([3, 1, 2])).toBe("3,1-2");
    expect(written([])).toBe("");
  });
});
