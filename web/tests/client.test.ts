import { afterEach, describe, expect, it, vi } from "vitest";
import { address, find, headersFor, path, post, setCsrfToken } from "@/api/client";
import { answerOf, Problem, withRemedy } from "@/api/problem";

afterEach(() => vi.unstubAllGlobals());
const answering = (status: number, body: unknown) =>
  vi.stubGlobal("fetch", vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/problem+json" } }))));

describe("a request", () => {
  it("carries numbers whole in its path", () => expect(path`/items/${"A001-KH·02/1"}/text`).toBe("/items/A001-KH%C2%B702%2F1/text"));
  it("leaves out what is empty", () => expect(address("/items", { year: 2024, after: "", all: false, q: undefined })).toBe("/api/v1/items?year=2024"));
  it("that changes something has the token of the session and a key against doing it twice", () => {
    setCsrfToken("token");
    const headers = headersFor("POST", { ifMatch: '"7"' });
    expect(headers["X-CSRF-Token"]).toBe("token");
    expect(headers["Idempotency-Key"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers["If-Match"]).toBe('"7"');
    expect(headersFor("GET")["X-CSRF-Token"]).toBeUndefined();
  });
  it("that fails says why and what to do", async () => {
    answering(409, { title: "Refused", detail: "The volume is on loan.", code: "loan.out", remedy: "Wait." });
    const problem = await post("/loans").catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).code).toBe("loan.out");
    expect((problem as Problem).text).toBe("The volume is on loan. Wait.");
  });
  it("that was done in part answers with what was done", async () => {
    answering(409, { detail: "Not all of it.", answer: { changes: [1] } });
    expect(await post("/stocktakes/1/fix").catch(answerOf)).toEqual({ changes: [1] });
    answering(409, { detail: "Nothing." });
    await expect(post("/stocktakes/1/fix").catch(answerOf)).rejects.toBeInstanceOf(Problem);
  });
  it("for what is not there finds nothing, and fails for all else", async () => {
    answering(404, { detail: "none" });
    expect(await find("/items/x")).toBeUndefined();
    answering(403, { detail: "no" });
    await expect(find("/items/x")).rejects.toBeInstanceOf(Problem);
  });
});

describe("a refusal", () => {
  it("and its remedy are two sentences", () => {
    expect(withRemedy("the volume is on loan", "Record its return first.")).toBe("the volume is on loan. Record its return first.");
    expect(withRemedy("案卷已借出", "请先登记归还。")).toBe("案卷已借出。请先登记归还。");
    expect(withRemedy("Gone.", "Ask.")).toBe("Gone. Ask.");
  });
});
