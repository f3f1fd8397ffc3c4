// Somebody before a browser: signed in, reading words, pressing what they name. Every screen is looked at once: a picture, and no barrier for anybody (axe).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Language } from "@/i18n";
import { pictures } from "./places";
import { wordsIn, type Say } from "./words";

export const password = "twofold-demo-2026";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const desk = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };

interface Finding {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

export class Person {
  private constructor(readonly page: Page, private readonly context: BrowserContext, readonly language: Language, readonly say: Say, private readonly url: string) {}

  static async at(browser: Browser, url: string, language: Language, viewport = desk): Promise<Person> {
    const context = await browser.newContext({ viewport, locale: language === "zh" ? "zh-CN" : "en-GB" });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    const person = new Person(page, context, language, wordsIn(language), url);
    page.on("pageerror", (error) => person.troubles.push(error.message));
    page.on("console", (message) => /Content Security Policy/i.test(message.text()) && person.troubles.push(message.text()));
    return person;
  }
  readonly troubles: string[] = []; // what scripts failed at and what keeps people out

  static async signedIn(browser: Browser, url: string, language: Language, name: string, viewport = desk): Promise<Person> {
    const person = await Person.at(browser, url, language, viewport);
    await person.open("/login");
    await person.signIn(name);
    return person;
  }
  async signIn(name: string) {
    await this.write("login.name", name);
    await this.write("login.password", password);
    await this.press("login.enter");
    await this.page.locator(".shell").waitFor();
  }
  async leave() {
    await this.context.close();
    expect(this.troubles).toEqual([]);
  }

  async open(path: string) {
    await this.page.goto(this.url + path);
  }
  button(key: string, values?: Record<string, unknown>): Locator {
    return this.page.getByRole("button", { name: this.say(key, values) }).locator("visible=true").first();
  }
  async press(key: string, values?: Record<string, unknown>) {
    await this.button(key, values).click();
  }
  field(key: string): Locator {
    return this.page.getByLabel(this.say(key)).locator("visible=true").last();
  }
  async write(key: string, text: string) {
    await this.field(key).fill(text);
  }
  // Of a list that opens below a field.
  async choose(key: string, option: string) {
    await this.page.getByRole("combobox", { name: this.say(key) }).locator("visible=true").last().click({ force: true });
    await this.page.getByRole("option", { name: option, exact: true }).locator("visible=true").click();
  }
  async tab(key: string) {
    await this.page.locator(".el-radio-button", { hasText: this.say(key) }).first().click();
  }
  async reads(key: string, values?: Record<string, unknown>) {
    await this.page.getByText(this.say(key, values)).locator("visible=true").first().waitFor();
  }
  // The row of the screen's list in which the words stand.
  row(words: string): Locator {
    return this.page.getByRole("row").filter({ hasText: words }).first();
  }
  // In the dialog that is open.
  async answer(fields: Record<string, string> = {}, confirm = "common.do") {
    const dialog = this.page.getByRole("dialog").locator("visible=true").last();
    await dialog.waitFor();
    for (const [key, text] of Object.entries(fields)) await dialog.getByLabel(this.say(key)).fill(text);
    await dialog.getByRole("heading").or(dialog.locator(".el-message-box__title, .el-dialog__title, .el-drawer__title")).first().click(); // closes what a field opened
    await dialog.getByRole("button", { name: this.say(confirm) }).last().click();
  }

  // A picture of the screen into the folder of pictures, and what keeps people out of it.
  async look(name: string) {
    await this.page.screenshot({ path: join(pictures, `${name}.${this.language}.png`), animations: "disabled" });
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(axe);
    const findings = await this.page.evaluate(async () => {
      const { run } = (window as unknown as { axe: { run: (where: object, options: object) => Promise<{ violations: Finding[] }> } }).axe;
      // The open list of a field is gone through from the field, by the arrow keys: it takes no focus itself.
      const { violations } = await run({ exclude: [".el-select-dropdown__wrap"] }, { resultTypes: ["violations"] });
      return violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    });
    for (const { id, nodes } of findings) this.troubles.push(`${name}: ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join("; ")}`);
  }

  // What is not this journey's matter is done by the program's interface, as this person: from the page, whose cookie is for it alone.
  async ask(method: "POST" | "PUT" | "GET", path: string, data?: unknown): Promise<unknown> {
    const { status, text } = await this.page.evaluate(async ({ method, path, data }) => {
      const { csrf } = (await (await fetch("/api/v1/session")).json()) as { csrf: string };
      const body = data === undefined ? undefined : JSON.stringify(data);
      const answer = await fetch(`/api/v1${path}`, { method, body, headers: { "X-CSRF-Token": csrf, "Content-Type": "application/json" } });
      return { status: answer.status, text: await answer.text() };
    }, { method, path, data });
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}
