import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setToday, today } from "@/lib/format";

describe("today", () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 28, 23, 50) }));
  afterEach(() => void vi.useRealTimers());
  it("is the archive's day", () => {
    setToday("2036-02-28");
    expect(today()).toBe("2036-02-28");
    expect(today(2)).toBe("2036-03-01");
    setToday("2026-11-29");
    expect(today()).toBe("2026-11-29");
  });
  it("goes on while the page stays open", () => {
    setToday("2026-11-28");
    vi.setSystemTime(new Date(2026, 10, 29, 0, 10));
    expect(today()).toBe("2026-11-29");
  });
});
