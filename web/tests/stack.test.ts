// Places of the stack, what a volume's state lets be done, lists that are narrowed here, and questions that are tried first.
import { describe, expect, it, vi } from "vitest";
import type { Volume } from "@/api/records";
import { isPlace, isWithin, keptOf, waitsForChecker } from "@/api/stack";
import { triedFirst } from "@/components/Questions/trial";
import type { Question } from "@/components/Questions/types";
import { told } from "@/screens/shelf-map/questions";
import { stepsOf } from "@/screens/volume/steps";

const volume = (fields: Partial<Volume>): Volume => ({ state: "bound", shelf: "", container: "", checked_by: "", ...fields }) as Volume;

describe("a place", () => {
  it("is told from a part of the stack", () => expect(["K1-02-02-1-03", "K1-02-02-1", "K1"].map(isPlace)).toEqual([true, false, false]));
  it("is within what it begins with, number by number", () => expect([isWithin("K1-02-02-1-03", "K1-02"), isWithin("K1-02-02-1-03", "K1-0"), isWithin("K1", "K1")]).toEqual([true, false, true]));
});

describe("the paper of a volume", () => {
  it("is placed where it stands nowhere, and moved where it does", () => {
    expect(stepsOf(volume({}))).toEqual(["place", "make_box", "put_into", "thickness", "check_note"]);
    expect(stepsOf(volume({ state: "shelved", shelf: "K1-02-02-1-03", container: "BOX-2024-0001", checked_by: "刘国栋" }))).toEqual(["move", "take_out", "thickness"]);
  });
  it("stays where it is while it is out, and is gone when it is gone", () => {
    expect(stepsOf(volume({ state: "shelved", shelf: "K1-02-02-1-03" }), true)).toEqual(["thickness", "check_note"]);
    expect(stepsOf(volume({ state: "destroyed" }))).toEqual([]);
  });
  it("has no closing note to check before it is closed", () => expect(["open", "bound", "shelved", "destroyed"].map((state) => waitsForChecker(volume({ state })))).toEqual([false, true, true, false]));
});

describe("a list narrowed here", () => {
  const numbers = (after: string, limit: number) => {
    const from = Number(after || 0);
    const rows = Array.from({ length: Math.min(limit, 10 - from) }, (_, i) => from + i);
    return Promise.resolve({ rows, next: from + limit < 10 ? String(from + limit) : "" });
  };
  it("is read on until there is a page of it, to the end", async () => {
    const even = keptOf(numbers, (row) => row % 2 === 0);
    const { signal } = new AbortController();
    expect(await even("", 3, signal)).toEqual({ rows: [0, 2, 4], next: "6" });
    expect(await even("6", 3, signal)).toEqual({ rows: [6, 8], next: "" });
  });
});

describe("a question that is tried first", () => {
  it("tells what would happen and does it after a second yes", async () => {
    const run = vi.fn((_: object, dryRun: boolean) => Promise.resolve(dryRun ? 3 : 0));
    let second: Question | undefined;
    const first = triedFirst({ title: "Move", fields: [{ key: "to", label: "x" }], run, told: (n) => `${n} would move`, done: (n) => `${n} moved` }, (next) => (second = next));
    await first.send({ to: "K1" });
    expect([second?.note, second?.done, run.mock.calls]).toEqual(["3 would move", "3 moved", [[{ to: "K1" }, true]]]);
    await second!.send({});
    expect(run.mock.calls[1]).toEqual([{ to: "K1" }, false]);
  });
  it("tells a long list's beginning", () => expect(told(Array.from({ length: 20 }, (_, i) => String(i))).split("\n")).toHaveLength(13));
});
