import { afterAll, describe, expect, it, vi } from "vitest";
import * as client from "@/api/client";
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
    expect(kindsAllowed()).toEqual(["loan", "amendment", "removal", "confirmation"]);
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
