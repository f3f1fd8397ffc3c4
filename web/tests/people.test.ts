import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import "@/i18n/common";
import * as client from "@/api/client";
import { listings, type Row } from "@/screens/administration/lists";
import { loadSession } from "@/stores/session";

const person = (name: string, more: Partial<Row> = {}): Row => ({ state: "active", name, roles: ["employee", "leader"], active: true, ...more });
const stepsOf = (row: Row, of: "one" | "several") => listings.people!.steps(row).filter((step) => step.for === undefined || step.for === of);
const keys = (row: Row, of: "one" | "several" = "several") => stepsOf(row, of).map(({ key }) => key);

beforeAll(async () => {
  vi.spyOn(client, "get").mockResolvedValue({ name: "系统管理员", roles: [], actions: [], csrf: "" });
  await loadSession();
});
afterAll(() => void vi.restoreAllMocks());

describe("people", () => {
  it("are given roles, and retired, together", () => expect(keys(person("孙工"))).toEqual(["give_role", "take_role", "retire"]));
  it("have their own password and roles one by one", () => expect(keys(person("孙工"), "one")).toEqual(["roles", "password", "retire"]));
  it("come back when they are retired", () => expect(keys(person("孙工", { active: false }))).toEqual(["give_role", "take_role", "bring_back"]));
  it("never change their own rights", () => expect(keys(person("系统管理员"))).toEqual([]));
  it("keep the roles that are not named", async () => {
    const put = vi.spyOn(client, "put").mockResolvedValue(undefined);
    const send = (key: string) => stepsOf(person("孙工"), "several").find((step) => step.key === key)!.question.send({ role: ["leader", "auditor"] });
    await send("give_role");
    await send("take_role");
    expect(put.mock.calls.map(([, body]) => body)).toEqual([{ role: ["employee", "leader", "auditor"] }, { role: ["employee"] }]);
  });
});
