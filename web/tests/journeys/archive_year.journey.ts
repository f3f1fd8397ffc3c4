// From the first start to the destruction, by the people whom it takes, in both languages: what no test of a part can show.
import { chromium as engine, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstDay, scanFile, scanWords, Scratch, type Server } from "./archive";
import { Person, password } from "./person";
import { chromium, missing } from "./places";

const administrator = "系统管理员";
const archivist = "周敏";
const salesManager = "赵敏";
const generalManager = "刘国栋";
const accountManager = "张建国";
const employee = "孙工";
const leader = "李晓梅";
const others = [
  { name: generalManager, role: ["general_manager"] },
  { name: salesManager, role: ["sales_manager"] },
  { name: accountManager, role: ["account_manager"], manager: accountManager },
  { name: employee, role: ["employee"] },
  { name: leader, role: ["leader"] },
];
const basics = "A001-KH·01·2024-D30-C01-001";
const trends = "A001-KH·05·2024-D10-C01-001";
const monthLater = "2025-04-04";
const tenYearsLater = "2035-01-02";
const cooled = "2035-02-03";

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

describe.skipIf(missing.length > 0).each(["zh", "en"] as const)("a year of the archive (%s)", (language) => {
  let scratch: Scratch;
  let server: Server;
  let draft = ""; // the item that the scan became
  const as = (name: string) => Person.signedIn(browser, server.url, language, name);
  async function onDay(day: string) {
    await server?.stop();
    server = await scratch.serve(day);
  }

  beforeAll(async () => {
    scratch = archive.copy();
    await onDay(firstDay);
  });
  afterAll(async () => {
    await server?.stop();
    scratch?.remove();
  });

  it("begins with the first administrator, who enters the others", async () => {
    const person = await Person.at(browser, server.url, language);
    await person.open("/");
    await person.reads("login.first_title");
    await person.write("login.code", server.firstRunCode);
    await person.write("login.name", administrator);
    await person.page.locator("#first-password").fill(password);
    await person.page.locator("#first-again").fill(password);
    await person.look("first-run");
    await person.press("login.make");
    await person.page.locator(".shell").waitFor();

    await person.open("/administration");
    await person.press("administration.add_person");
    await person.write("field.name", archivist);
    await person.choose("field.roles", person.say("role.archivist"));
    await person.look("administration-add");
    await person.answer();
    await person.row(archivist).click();
    await person.press("administration.password");
    await person.answer({ "administration.new_password": password });
    await person.reads("administration.password_set");
    for (const other of others) {
      await person.ask("POST", "/users", other);
      await person.ask("PUT", `/users/${encodeURIComponent(other.name)}/password`, { password });
    }
    for (const tab of ["people", "tokens", "audit", "jobs", "system"]) {
      await person.tab(`administration.${tab}`);
      await person.page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      await person.look(`administration-${tab}`);
    }
    await person.tab("administration.people");
    for (const name of [employee, leader]) await person.row(name).locator(".tick").click();
    await person.press("administration.retire");
    await person.answer();
    await person.reads("common.done_for", { count: 2 });
    await person.look("administration-bulk");
    await person.press("administration.bring_back");
    await person.answer();
    await expect.poll(() => person.row(leader).innerText()).toContain(person.say("admin_state.active"));
    for (const name of [employee, leader]) await person.ask("PUT", `/users/${encodeURIComponent(name)}/password`, { password });
    await person.leave();
  });

  it("takes a scan in and finds it on its page", async () => {
    const person = await Person.at(browser, server.url, language);
    await person.open("/ingest");
    await person.look("sign-in");
    await person.signIn(accountManager);
    await person.page.locator("input[type=file]").first().setInputFiles(await scanFile());
    await person.write("ingest.customer", "K0001");
    await person.choose("field.document_type", language === "zh" ? "有效签单人员名单" : "list of authorised signers");
    await person.look("ingest");
    await person.press("ingest.commit", { count: 1 });
    await person.reads("ingest.done");
    await person.reads("ingest_state.draft");
    await person.look("ingest-done");
    draft = await person.page.getByRole("gridcell").getByRole("link").first().innerText();

    await person.page.keyboard.press("/");
    await person.page.keyboard.type(scanWords);
    await person.page.keyboard.press("Enter");
    const hit = person.page.getByRole("list", { name: person.say("search.label") }).getByRole("link").first();
    await hit.waitFor();
    await person.look("search");
    await hit.click();
    await person.page.locator(".word-box.current").waitFor();
    await person.look("item");
    await person.leave();
  });

  it("sorts the pages of a binder and undoes it", async () => {
    const person = await as(archivist);
    await person.open(`/binder?items=${draft}`);
    const pages = person.page.locator(".page");
    const pictures = person.page.locator(".thumbnail img");
    await expect.poll(() => pictures.count(), { timeout: 60_000 }).toBe(2);
    await person.look("binder");
    const lanes = person.page.locator(".lane");
    await pages.first().focus();
    await person.page.keyboard.press("s");
    await person.reads("binder.split_done");
    await expect.poll(() => lanes.count()).toBe(2);
    await person.press("binder.merge");
    await person.reads("binder.merge_done");
    await expect.poll(() => lanes.count()).toBe(1);
    await pages.first().dragTo(pages.last());
    await person.reads("binder.order_done");
    await pages.last().click();
    await person.press("binder.right");
    await person.reads("binder.rotate_done", { count: 1 });
    await person.look("binder-turned");
    for (const what of ["rotate", "reorder"]) {
      await person.page.keyboard.press("Control+z");
      await person.reads("binder.undone", { what: person.say(`arranged.${what}`) });
    }
    await person.leave();
  });

  it("closes the year", async () => {
    const person = await as(archivist);
    await person.open("/disposition");
    await person.page.getByRole("spinbutton", { name: person.say("common.year") }).fill("2024");
    await person.press("disposition.check");
    await person.reads("disposition.clear");
    await person.look("closing");
    await person.press("disposition.close", { year: 2024 });
    await person.answer();
    await person.reads("disposition.closed_volumes", { count: 2 });
    await person.look("closing-done");
    await person.open(`/volumes/${encodeURIComponent(basics)}`);
    await person.row("走访调查报告").waitFor();
    await person.look("volume");
    await person.leave();
  });

  it("lends a volume that was asked for, and refuses another", async () => {
    const borrower = await as(employee);
    for (const volume of [trends, basics]) {
      await borrower.open(`/loans?volume=${encodeURIComponent(volume)}`);
      await borrower.page.getByRole("dialog").getByText(volume).first().waitFor();
      await borrower.write("common.reason", `核对 ${volume}`);
      await borrower.look("loan-cart");
      await borrower.press("loans.send");
      await borrower.reads("loans.sent", { count: 1 });
    }
    await borrower.leave();

    const manager = await as(salesManager);
    await manager.open("/approvals");
    await manager.row(trends).waitFor();
    await manager.look("approvals");
    await manager.page.keyboard.press("Control+a");
    await manager.look("approvals-bulk");
    await manager.page.locator(".bulk").getByRole("button", { name: manager.say("common.refuse") }).waitFor();
    await manager.page.keyboard.press("Escape");
    await manager.page.keyboard.press("j");
    await manager.page.keyboard.press("Enter");
    const detail = manager.page.getByRole("complementary", { name: manager.say("list.detail") });
    await expect.poll(() => detail.evaluate((element) => element === document.activeElement)).toBe(true);
    await manager.page.keyboard.press("Escape");
    await expect.poll(() => manager.page.getByRole("grid").evaluate((element) => element === document.activeElement)).toBe(true);
    await manager.page.keyboard.press("r");
    await manager.answer({ "common.reason": "案卷正在整理" });
    await manager.reads("common.refuse_done");
    await manager.row(basics).waitFor({ state: "detached" });
    await manager.row(trends).waitFor();
    await manager.page.keyboard.press("a");
    await manager.reads("common.approve_done");
    await manager.leave();

    const desk = await as(archivist);
    await desk.open("/loans?list=picks");
    await desk.row(trends).click();
    await desk.press("loans.hand_out");
    await desk.answer();
    await desk.reads("loans.hand_out_done");
    await desk.open("/loans");
    await desk.row(trends).click();
    await desk.look("loans");
    await desk.press("loans.take_back");
    await desk.answer();
    await desk.reads("loans.take_back_done");
    await desk.press("loans.inspect");
    await desk.answer({ "loans.pages_counted": "1" });
    await desk.reads("loans.inspect_done");
    await desk.leave();
  });

  it("removes an item, for good only after a month and a second word", async () => {
    const askAndConsent = async () => {
      const person = await as(accountManager);
      await person.open(`/volumes/${encodeURIComponent(basics)}`);
      await person.row("客户入会登记表").click();
      await person.press("item.remove");
      await person.answer({ "common.reason": "他人资料误入" }, "change.send");
      await person.reads("change.sent");
      const item = person.page.url();
      await person.leave();
      const manager = await as(salesManager);
      await manager.open("/approvals");
      await manager.row("他人资料误入").waitFor();
      await manager.look("approvals-removal");
      await manager.page.keyboard.press("a");
      await manager.reads("common.approve_done");
      await manager.leave();
      return new URL(item).pathname;
    };
    // Restored from its page, and from the list of what is removed.
    const item = await askAndConsent();
    const keeper = await as(accountManager);
    await keeper.open(item);
    await keeper.look("item-removed");
    await keeper.press("item.restore");
    await keeper.reads("item.restored");
    await askAndConsent();
    await keeper.open("/approvals?kind=held");
    await keeper.row("他人资料误入").waitFor();
    await keeper.look("approvals-held");
    await keeper.page.keyboard.press("r");
    await keeper.reads("approvals.restored");
    await keeper.leave();
    await askAndConsent();

    await onDay(monthLater);
    const later = await as(salesManager);
    await later.open("/approvals");
    await later.row("他人资料误入").waitFor();
    await later.page.keyboard.press("a");
    await later.answer({}, "approvals.confirm");
    await later.reads("common.approve_done");
    const { removals } = (await later.ask("GET", "/removals?state=destroyed")) as { removals: { ended_by: string }[] };
    expect(removals.map(({ ended_by }) => ended_by)).toEqual([salesManager]);
    await later.leave();
  });

  it("destroys a volume whose time is over, by four people and after the waiting time", async () => {
    await onDay(tenYearsLater);
    const first = await as(archivist);
    await first.open(`/disposition?tab=due&as_of=${tenYearsLater}`);
    await first.row(trends).locator(".tick").click();
    await first.look("disposition-due");
    await first.press("disposition.draw");
    await first.choose("disposition.track", first.say("track.both"));
    await first.answer();
    await first.reads("disposition.drawn");
    await first.leave();
    for (const [name, step] of [[salesManager, "sign"], [archivist, "sign"], [generalManager, "approve"], [leader, "witness"], [salesManager, "witness"]] as const) {
      const signer = await as(name);
      await signer.open("/disposition?tab=lists");
      await signer.press(`disposition.${step}`);
      await signer.answer();
      await signer.reads(step === "witness" ? "disposition.witnessed" : "disposition.signed");
      await signer.leave();
    }

    await onDay(cooled);
    const last = await as(archivist);
    await last.open("/disposition?tab=lists");
    await last.press("disposition.execute");
    await last.look("disposition-execute");
    await last.answer();
    await last.reads("disposition_state.certified");
    await last.look("disposition-certified");
    await last.open("/print");
    await last.page.getByLabel(last.say("print.volume")).first().waitFor();
    await last.look("print");
    await last.leave();

    const reader = await as(generalManager);
    const { state } = (await reader.ask("GET", `/volumes/${encodeURIComponent(trends)}`)) as { state: string };
    expect(state).toBe("destroyed");
    await reader.leave();
  });
});
