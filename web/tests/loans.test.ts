import { describe, expect, it } from "vitest";
import { givenAnswers, isAnswered } from "@/components/Questions/types";
import { isOverdue, stepsOf } from "@/screens/loans/loans";

describe("a loan", () => {
  it("is overdue on the day after the day it was due", () => {
    expect(isOverdue({ state: "out", due: "2026-03-01" }, "2026-03-01")).toBe(false);
    expect(isOverdue({ state: "out", due: "2026-03-01" }, "2026-03-02")).toBe(true);
  });
  it("is never overdue once it is back", () => expect(isOverdue({ state: "returned", due: "2020-01-01" }, "2026-03-02")).toBe(false));
  it("can be taken back only while it is out", () => {
    expect(stepsOf("out")).toContain("take_back");
    expect(stepsOf("returned")).toEqual(["inspect"]);
    expect(stepsOf("closed")).toEqual([]);
  });
});

describe("a question", () => {
  const fields = [{ key: "reason", label: "common.reason", required: true }, { key: "due", label: "field.due" }];
  it("is not answered by spaces", () => expect(isAnswered(fields, { reason: "  ", due: "" })).toBe(false));
  it("sends what was given alone", () => expect(givenAnswers(fields, { reason: " lawsuit ", due: "" })).toEqual({ reason: "lawsuit" }));
});
