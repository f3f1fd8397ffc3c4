import { describe, expect, it, vi } from "vitest";
import "@/i18n/common";
import { questionOfEach, stepsOfAll } from "@/components/Questions/each";

const told = vi.hoisted(() => ({ done: [] as string[], problems: [] as string[] }));
vi.mock("@/composables/notices", () => ({ sayDone: (words: string) => told.done.push(words), sayProblem: (words: string) => told.problems.push(words) }));

describe("a question for several records", () => {
  it("is sent for each, and names what is refused", async () => {
    const sent: unknown[] = [];
    const part = (name: string, fails = false) => ({
      name,
      question: { title: name, fields: [], send: (answers: unknown) => (fails ? Promise.reject(new Error("gone")) : Promise.resolve(sent.push([name, answers]))) },
    });
    await questionOfEach("lift", [part("a"), part("b", true), part("c")]).send({ reason: "x" });
    expect(sent).toEqual([["a", { reason: "x" }], ["c", { reason: "x" }]]);
    expect(told.problems).toHaveLength(1);
    expect(told.problems[0]).toContain("b: ");
    expect(told.done[0]).toContain("2");
  });
  it("offers only what every record allows", () => {
    const steps = (state: string) => (state === "out" ? ["take_back", "renew"] : ["take_back"]);
    expect(stepsOfAll(["out", "late"], steps, String)).toEqual(["take_back"]);
    expect(stepsOfAll([], steps, String)).toEqual([]);
  });
});
