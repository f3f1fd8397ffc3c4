import { describe, expect, it } from "vitest";
import type { Member } from "@/api/records";
import { matrixOf } from "@/screens/customer/matrix";

const item = (category: number, year: number, paper: boolean, more: Partial<Member> = {}) =>
  ({ category, year, state: "bound", paper: { exists: paper, volume: paper ? `V${category}-${year}` : undefined }, electronic: { exists: true }, ...more }) as Member;
const types = [{ key: "plan", category: 3, required: true, voucher: false, name: { zh: "还款计划", en: "plan" } }];

describe("a customer's years and categories", () => {
  it("count both tracks and name the volumes once", () => {
    const { rows, years } = matrixOf([item(2, 2025, true), item(2, 2025, true), item(2, 2024, false)], [], [1, 2], types);
    expect(years).toEqual([2024, 2025]);
    expect(rows[1]!.cells.get(2025)).toEqual({ items: 2, paper: 2, electronic: 2, volumes: ["V2-2025"], unprinted: 0 });
  });
  it("R22_name_the_vouchers_that_lack_their_paper", () => {
    const voucher = [{ ...types[0]!, key: "contract", category: 2, voucher: true }];
    const { rows } = matrixOf([item(2, 2025, false, { document_type: "contract" }), item(2, 2025, false, { document_type: "note" })], [], [2], voucher);
    expect(rows[0]!.cells.get(2025)?.unprinted).toBe(1);
  });
  it("leave out what is gone", () => expect(matrixOf([item(2, 2025, true, { state: "destroyed" })], [], [2], types).years).toEqual([]));
  it("R8_show_a_missing_type_in_its_category", () => {
    const gap = { kind: "type" as const, key: "plan", name: "还款计划", number: "" };
    expect(matrixOf([], [gap], [2, 3], types).rows[1]!.gaps).toEqual([gap]);
  });
});
