import { describe, expect, it } from "vitest";
import { readState, writeState } from "@/composables/useUrlState";

const defaults = { q: "", year: "", sort: "relevance" };

describe("the state of a list in the address", () => {
  it("is read from it, and is as by default where it says nothing", () =>
    expect(readState(defaults, { q: "王府 合同", other: "x" })).toEqual({ q: "王府 合同", year: "", sort: "relevance" }));
  it("takes the first of several values", () => expect(readState(defaults, { year: ["2024", "2025"] }).year).toBe("2024"));
  it("writes only what differs from the default", () =>
    expect(writeState(defaults, { q: "押金", year: "", sort: "relevance" }, { year: "2024" })).toEqual({ q: "押金" }));
  it("keeps what others have written", () => expect(writeState(defaults, defaults, { tab: "rights" })).toEqual({ tab: "rights" }));
  it("comes back as it was", () => {
    const state = { q: "a&b=c", year: "2024", sort: "newest" };
    expect(readState(defaults, writeState(defaults, state, {}) as Record<string, string>)).toEqual(state);
  });
});
