import { afterEach, describe, expect, it, vi } from "vitest";
import * as client from "@/api/client";
import { broken } from "@/screens/upkeep/climate";
import { dueFirst, type Inspection } from "@/screens/upkeep/inspections";
import { rectifications, type Rectification } from "@/screens/upkeep/rectifications";
import { stepsOf } from "@/screens/customer/steps";
import type { Profile } from "@/stores/profile";

afterEach(() => void vi.restoreAllMocks());
const inspection = (id: number, follow_up: string, resolved_on = "") => ({ id, follow_up, resolved_on }) as Inspection;

describe("the list of inspections", () => {
  const read = (after: string) => dueFirst()(after, 2, new AbortController().signal);
  it("has what is to be looked at again first, and nothing twice", async () => {
    const answers: Record<string, Inspection[]> = {
      "/inspections/follow-ups:": [inspection(3, "2035-01-01"), inspection(1, "2035-02-01")], "/inspections/follow-ups:1": [],
      "/inspections:": [inspection(1, "2035-02-01"), inspection(2, "")], "/inspections:2": [inspection(3, "2035-01-01")],
    };
    vi.spyOn(client, "get").mockImplementation((route, query) => {
      const rows = answers[`${route}:${query?.after}`]!;
      return Promise.resolve({ inspections: rows, next: rows[rows.length - 1]?.id ?? 0 }) as never;
    });
    const ids: number[] = [];
    let next = "";
    do {
      const page = await read(next);
      ids.push(...page.rows.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(ids).toEqual([3, 1, 2]);
  });
  it("goes on to the others at once where nothing waits", async () => {
    vi.spyOn(client, "get").mockImplementation((route) => Promise.resolve({ inspections: route === "/inspections" ? [inspection(2, "")] : [], next: 0 }) as never);
    expect((await read("")).rows.map(({ id }) => id)).toEqual([2]);
  });
});

it("tells warmth and damp outside of what paper bears", () => {
  const warmth = { least: 14, most: 24 };
  expect([13.9, 14, 24, 24.1].map((value) => broken(value, warmth))).toEqual([true, false, false, true]);
  expect(broken({ least: 15, mean: 20, most: 25 }, warmth)).toBe(true);
});

it("offers a rectification its next step alone", () => {
  const offered = (state: string) => rectifications.steps.filter(({ when }) => when({ state, steps: [{ person: "somebody else" }] } as Rectification)).map(({ key }) => key);
  expect(["open", "noticed", "reported", "passed"].map(offered)).toEqual([["notice"], ["report"], ["check"], []]);
});

it("records of a customer what the profile knows of", () => {
  const profile = { document_types: [{ key: "follow_up_call" }] } as Profile;
  expect(stepsOf(profile, () => true).map(({ key }) => key)).toEqual(["discharge", "call", "settle"]);
  expect(stepsOf(profile, (action) => action === "record_settlement").map(({ key }) => key)).toEqual(["settle"]);
});
