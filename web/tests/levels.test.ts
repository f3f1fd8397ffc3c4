import { describe, expect, it } from "vitest";
import type { PageInfo } from "@/api/records";
import { levelsOf } from "@/components/PageViewer/levels";

const page = (width: number, height: number, picture = true): PageInfo => ({ page: 2, width, height, blank: false, recognised: true, confidence: 90, picture });
const sizes = (width: number, height: number) => levelsOf("A1", page(width, height)).map((level) => [level.width, level.height]);

describe("the pictures of a page", () => {
  it("begin with the one that is there and end with the page in full", () => {
    expect(sizes(2480, 3508)).toEqual([[1000, 1415], [2480, 3508]]);
    expect(sizes(4960, 7016)).toEqual([[1000, 1415], [2000, 2829], [4000, 5658]]);
    expect(sizes(1240, 1754)).toEqual([[1000, 1415], [1240, 1754]]);
    expect(levelsOf("A1", page(2480, 3508))[0]?.url).toBe("/api/v1/items/A1/pages/2/image?width=1000");
  });
  it("are one where the page is no larger", () => {
    expect(sizes(990, 1400)).toEqual([[990, 1400]]);
    expect(sizes(600, 400)).toEqual([[600, 400]]);
  });
  it("are one of a page that tells no size, and none of one without a picture", () => {
    expect(sizes(0, 0)).toEqual([[0, 0]]);
    expect(sizes(1240, 1754)).toEqual([[1000, 1415], [1240, 1754]]);
    expect(levelsOf("A1", page(2480, 3508, false))).toEqual([]);
    expect(levelsOf("A1", undefined)).toEqual([]);
  });
});
