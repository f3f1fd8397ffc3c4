import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as client from "@/api/client";
import { i18n } from "@/i18n";
import { setToday } from "@/lib/format";
import { listings, notBefore, type Row } from "@/screens/disposition/lists";
import "@/screens/disposition/messages";
import { loadSession } from "@/stores/session";

// What the server can tell stands in its sources.
const due = readFileSync(join(dirname(fileURLToPath(import.meta.url)), "../../catalog/disposition_due.cpp"), "utf8");

describe("what keeps a volume from being listed", () => {
  it("is said in words, whatever it is", () => {
    const keys = [...due.matchAll(/(?:push_back\(|return )"(disposition\.\w+)"/g)].map(([, key]) => key!);
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys) for (const language of ["zh", "en"] as const) expect(i18n.global.te(`obstacle.${key}`, language), `${language} ${key}`).toBe(true);
  });
});

describe("a disposition list", () => {
  const offered = (row: Partial<Row>) => listings.lists.steps.filter(({ when }) => when(row as Row)).map(({ key }) => key);
  beforeEach(async () => {
    vi.spyOn(client, "get").mockResolvedValue({ name: "周敏", roles: [], actions: [], csrf: "" });
    await loadSession();
  });
  afterAll(() => void vi.restoreAllMocks());
  it("is signed once and approved after two have signed, by another", () => {
    expect(offered({ state: "listed", drawn_by: "赵敏", appraisers: [] })).toEqual(["sign"]);
    expect(offered({ state: "listed", drawn_by: "赵敏", appraisers: ["赵敏", "孙工"] })).toEqual(["sign", "approve"]);
    expect(offered({ state: "listed", drawn_by: "周敏", appraisers: ["赵敏", "周敏"] })).toEqual([]);
  });
  it("is destroyed before two witnesses other than whoever does it", () => {
    expect(offered({ state: "approved", approved_by: "刘国栋", witnesses: ["赵敏", "周敏"] })).toEqual([]);
    expect(offered({ state: "approved", approved_by: "刘国栋", witnesses: ["赵敏", "孙工", "周敏"] })).toEqual(["execute"]);
  });
  it("waits for its day, which is the archive's and not this clock's", () => {
    const execute = listings.lists.steps.find(({ key }) => key === "execute")!;
    setToday("2036-03-01");
    expect(notBefore(execute, { state: "approved", cooled_on: "2036-03-02" })).toBe("2036-03-02");
    expect(notBefore(execute, { state: "approved", cooled_on: "2036-03-01" })).toBe("");
  });
  it("asks for nothing once it is destroyed", () => expect(offered({ state: "certified" })).toEqual([]));
});
