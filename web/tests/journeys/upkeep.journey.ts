// The keeping of paper and rooms, and a debt that is settled: recorded, seen and resolved in both languages.
import { chromium as engine, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstDay, Scratch, type Server } from "./archive";
import { Person, password } from "./person";
import { chromium, missing } from "./places";

const administrator = "系统管理员";
const archivist = "周敏";
const basics = "A001-KH·01·2024-D30-C01-001";
const customer = "K0001";

let browser: Browser;
let archive: Scratch;
if (missing.length > 0) console.log(`web.journeys: SKIPPED, missing: ${missing.join("; ")}`);

beforeAll(async () => {
  if (missing.length > 0) return;
  archive = await Scratch.make();
  browser = await engine.launch({ executablePath: chromium, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  archive?.remove();
});

describe.skipIf(missing.length > 0).each(["zh", "en"] as const)("the upkeep of the archive (%s)", (language) => {
  let scratch: Scratch;
  let server: Server;
  async function as(name: string) {
    const person = await Person.signedIn(browser, server.url, language, name);
    await person.reads("screen.workbench");
    return person;
  }

  beforeAll(async () => {
    scratch = archive.copy();
    server = await scratch.serve(firstDay);
    const first = { code: server.firstRunCode, name: administrator, password };
    await fetch(`${server.url}/api/v1/first-run`, { method: "POST", headers: { "Content-Type": "application/json", Origin: server.url }, body: JSON.stringify(first) });
    const person = await as(administrator);
    await person.ask("POST", "/users", { name: archivist, role: ["archivist"] });
    await person.ask("PUT", `/users/${encodeURIComponent(archivist)}/password`, { password });
    await person.leave();
  });
  afterAll(async () => {
    await server?.stop();
    scratch?.remove();
  });

  it("records an inspection and resolves it", async () => {
    const person = await as(archivist);
    await person.ask("POST", "/closings", { year: 2024 });
    await expect.poll(async () => JSON.stringify(await person.ask("GET", "/volumes?year=2024")), { timeout: 8_000 }).toContain(basics);
    await person.open("/upkeep");
    await person.reads("upkeep.none_inspections");
    await person.press("upkeep.inspect");
    await person.choose("upkeep.damages", person.say("damage.mould"));
    await person.answer({ "upkeep.follow_up": "2025-03-10", "field.volume": basics });
    await person.reads("upkeep.inspect_done");
    await person.row(basics).waitFor();
    await person.look("upkeep-inspections");
    await person.press("upkeep.resolve");
    await person.answer({ "upkeep.treatment": "熏蒸" });
    await person.reads("upkeep.resolve_done");
    await expect.poll(() => person.row(basics).innerText()).toContain(person.say("upkeep_state.resolved"));
    await person.leave();
  });

  it("records a reading outside of the limits, which the workbench and the summary tell", async () => {
    const person = await as(archivist);
    await person.open("/upkeep?tab=alarms");
    await person.press("upkeep.read");
    await person.answer({ "field.at": `${firstDay} 08:30`, "field.room": "K1", "upkeep.celsius": "29", "upkeep.humidity": "75" });
    await person.reads("upkeep.read_alarm");
    await person.row("K1").waitFor();
    await person.look("upkeep-alarms");
    await person.tab("upkeep.climate");
    const month = person.row(firstDay.slice(0, 7));
    await month.waitFor();
    expect(await month.locator(".bad").count()).toBe(3);
    await person.look("upkeep-climate");
    await person.open("/");
    const card = person.page.getByRole("region", { name: person.say("workbench.alarms") });
    await card.getByRole("link", { name: "K1" }).click();
    await expect.poll(() => person.row("K1").getAttribute("class")).toContain("active");
    await person.leave();
  });

  it("opens a rectification and gives notice of it", async () => {
    const person = await as(archivist);
    await person.open("/upkeep?tab=rectifications");
    await person.press("upkeep.rectify");
    await person.answer({ "upkeep.words": "库房门锁损坏" });
    await person.reads("upkeep.rectify_done");
    await person.row("库房门锁损坏").waitFor();
    await person.press("upkeep.notice");
    await person.answer({ "upkeep.due": "2025-04-01", "upkeep.words": "限期修复" });
    await person.reads("upkeep.notice_done");
    await expect.poll(() => person.row("库房门锁损坏").innerText()).toContain(person.say("upkeep_state.noticed"));
    await person.look("upkeep-rectifications");
    await person.leave();
  });

  it("records that a customer's debt is settled", async () => {
    const person = await as(archivist);
    await person.open(`/customers/${customer}`);
    await person.press("customer.record_what");
    await person.page.getByRole("menuitem", { name: person.say("customer.settle") }).click();
    await person.answer({ "common.date": firstDay });
    await person.reads("customer.settle_done");
    await person.look("customer-settled");
    await person.leave();
  });
});
