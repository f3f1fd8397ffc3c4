// The paper of a closed year finds its way onto the shelves: several at once, into a box, by scanning; somebody else checks the closing notes.
import { chromium as engine, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { firstDay, Scratch, type Server } from "./archive";
import { password, Person, phone } from "./person";
import { chromium, missing } from "./places";

const administrator = "系统管理员";
const archivist = "周敏";
const generalManager = "刘国栋";
const basics = "A001-KH·01·2024-D30-C01-001";
const trends = "A001-KH·05·2024-D10-C01-001";
const box = "BOX-2024-0001";

let browser: Browser;
let archive: Scratch;
if (missing.length > 0) console.log(`web.journeys: SKIPPED, missing: ${missing.join("; ")}`);

beforeAll(async () => {
  if (missing.length > 0) return;
  archive = await Scratch.make(false);
  browser = await engine.launch({ executablePath: chromium, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  archive?.remove();
});

// By the page itself, which has the session's cookie.
async function askInPage(person: Person, method: string, path: string, body: object) {
  const status = await person.page.evaluate(
    async ([method, path, body]) => {
      const { csrf } = (await (await fetch("/api/v1/session")).json()) as { csrf: string };
      return (await fetch(`/api/v1${path}`, { method, body, headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf, "Idempotency-Key": crypto.randomUUID() } })).status;
    },
    [method, path, JSON.stringify(body)] as const,
  );
  if (status >= 400) throw new Error(`${method} ${path}: ${status}`);
}

describe.skipIf(missing.length > 0).each(["zh", "en"] as const)("the stacks (%s)", (language) => {
  let scratch: Scratch;
  let server: Server;
  let person: Person; // the archivist, who does all but the check
  const as = (name: string) => Person.signedIn(browser, server.url, language, name);

  beforeAll(async () => {
    scratch = archive.copy();
    server = await scratch.serve(firstDay);
    const first = await Person.at(browser, server.url, language);
    await first.open("/");
    await first.ask("POST", "/first-run", { code: server.firstRunCode, name: administrator, password });
    await first.leave();
    const keeper = await as(administrator);
    for (const [name, role] of [[archivist, "archivist"], [generalManager, "general_manager"]] as const) {
      await askInPage(keeper, "POST", "/users", { name, role: [role] });
      await askInPage(keeper, "PUT", `/users/${encodeURIComponent(name)}/password`, { password });
    }
    await keeper.leave();
    person = await as(archivist);
  });
  afterAll(async () => {
    await person?.leave();
    await server?.stop();
    scratch?.remove();
  });

  async function chooseBoth(person: Person) {
    for (const volume of [basics, trends]) await person.row(volume).locator(".tick").click();
  }

  it("has its closing notes checked by another person than who closed", async () => {
    await person.open("/disposition?year=2024");
    await person.press("disposition.check");
    await person.press("disposition.close", { year: 2024 });
    await person.answer();
    await person.reads("disposition.closed_volumes", { count: 2 });
    await chooseBoth(person);
    await person.look("closing-notes");
    await person.press("disposition.check_notes");
    await person.answer();
    await person.page.getByText(language === "zh" ? "不能自行检查" : "does not check it").first().waitFor();

    const checker = await as(generalManager);
    await checker.open("/disposition?year=2024");
    await chooseBoth(checker);
    await checker.press("disposition.check_notes");
    await checker.answer();
    await checker.reads("disposition.no_unchecked", { year: 2024 });
    await checker.leave();
  });

  it("places several in a room that was laid out for them, and boxes one", async () => {
    await person.open("/shelf-map");
    await person.press("shelf_map.lay_out");
    await person.answer({ "shelf_map.room": "K2", "shelf_map.rows": "1", "shelf_map.bays": "1" });
    await person.page.getByText("K2-01-01-1-01 …").waitFor();
    await person.look("lay-out");
    await person.answer();
    await person.reads("shelf_map.laid_out", { room: "K2" });
    await person.tab("shelf_map.to_place");
    await chooseBoth(person);
    await person.press("shelf_map.place_all");
    await person.answer({ "shelf_map.to": "K2-01-01-1" });
    await person.page.getByText("→ K2-01-01-1-02").waitFor();
    await person.look("to-place");
    await person.answer();
    await person.reads("shelf_map.none_to_place");

    await person.open(`/volumes/${encodeURIComponent(basics)}`);
    await person.press("volume.make_box");
    await person.answer();
    await person.reads("volume.make_box_done");
    await person.page.getByText(box).first().waitFor();
    await person.look("volume-boxed");
  });

  it("moves a box and a volume by scanning, and tells where they stood", async () => {
    await person.page.setViewportSize(phone);
    await person.open("/scan?mode=place");
    async function scan(code: string, said: string, place: string) {
      await person.write("scan.input", code);
      await person.page.keyboard.press("Enter");
      await person.reads(said, { place });
    }
    await scan("K2-01-01-2", "scan.free_at", "K2-01-01-2-01");
    await scan(trends, "scan.moved_to", "K2-01-01-2-01");
    await scan("K2-01-01-2-05", "scan.at", "K2-01-01-2-05");
    await scan(box, "scan.moved_to", "K2-01-01-2-05");
    await person.reads("scan.stood_at", { place: "K2-01-01-1-01" });
    await scan(box, "scan.stands_already", "K2-01-01-2-05");
    await person.look("scan-place");
    await person.open("/shelf-map?part=K2&at=K2-01-01-1-01");
    await person.reads("shelf_map.before");
    await person.look("place-before");
    await person.open("/shelf-map?tab=boxes");
    await person.page.getByText("K2-01-01-2-05").locator("visible=true").first().waitFor();
    await person.look("boxes");
  });
});
