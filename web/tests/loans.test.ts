import { describe, expect, it } from "vitest";
import { givenAnswers, isAnswered } from "@/components/Questions/types";
import { stateOf, stepsOf } from "@/screens/loans/loans";

describe("a loan", () => {
  it("is overdue when the server says so, whatever this clock shows", () => {
    expect(stateOf({ state: "out", overdue: true })).toBe("overdue");
    expect(stateOf({ state: "out", overdue: false })).toBe("out");
  });
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
