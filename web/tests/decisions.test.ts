import { afterAll, describe, expect, it, vi } from "vitest";
import "@/i18n/common";
import * as client from "@/api/client";
import { sameStep, stepsInBulk, stepsOf } from "@/screens/approvals/deciding";
import { decidable, kindsAllowed, type Asking } from "@/screens/approvals/asking";
import { loadSession } from "@/stores/session";

const signedIn = async (name: string, ...actions: string[]) => {
  vi.spyOn(client, "get").mockResolvedValue({ name, roles: [], actions, csrf: "" });
  await loadSession();
};
afterAll(() => void vi.restoreAllMocks());
const removal = { kind: "removal", by: ["张建国"], approve: () => Promise.resolve(), refuse: () => Promise.resolve() } as unknown as Asking;

describe("a removal that somebody asks for", () => {
  it("is seen by an account manager, who does not decide it", async () => {
    await signedIn("张建国", "approve_loan", "restore_removed");
    expect(kindsAllowed()).toEqual(["loan", "amendment", "removal", "confirmation", "held"]);
    expect(decidable(removal).approve).toBeUndefined();
    expect(decidable(removal).refuse).toBeUndefined();
  });
  it("R17_is_not_approved_by_whoever_asked_for_it", async () => {
    await signedIn("张建国", "consent_to_change");
    expect(decidable(removal).approve).toBeUndefined();
    expect(decidable(removal).refuse).toBeDefined();
    await signedIn("赵敏", "consent_to_change");
    expect(decidable(removal).approve).toBeDefined();
  });
});

describe("what is decided together", () => {
  const of = (kind: Asking["kind"], fields: string[], decided = true) =>
    ({ kind, title: kind, number: "", refusalFields: fields.map((key) => ({ key, label: "common.reason" })), approve: decided ? () => Promise.resolve() : undefined, refuse: () => Promise.resolve() }) as unknown as Asking;
  const together = (...all: Asking[]) => all.map((each) => stepsInBulk(each).map(sameStep)).reduce((both, steps) => both.filter((step) => steps.includes(step)));
  it("is approved and refused with one reason", () => expect(together(of("loan", ["reason"]), of("amendment", ["reason"]))).toEqual(["approve", "refuse reason"]));
  it("is not approved where one of them may not be", () => expect(together(of("loan", ["reason"]), of("loan", ["reason"], false))).toEqual(["refuse reason"]));
  it("is not refused where one of them asks for more", () => expect(together(of("loan", ["reason"]), of("disposition", ["review_after", "reason"]))).toEqual(["approve"]));
  it("R18_is_restored_together_and_destroyed_one_by_one", () => {
    expect(together(of("confirmation", []), of("held", [], false))).toEqual(["restore"]);
    expect(stepsOf(of("confirmation", [])).map(({ key }) => key)).toEqual(["confirm", "restore"]);
  });
});
