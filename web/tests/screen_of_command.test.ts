import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { withRemedy } from "@/api/problem";
import { i18n, type Language } from "@/i18n";
import { commandRow, inScreens } from "@/lib/screen_of_command";
import "@/shell/messages";

const folder = join(process.cwd(), "../base/messages");
const catalogues = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));

// {"key", "English", "中文", "remedy", "办法"}, a line each.
const messages = catalogues
  .flatMap((text) => text.split("\n"))
  .map((line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]!.replaceAll("\\n", "\n")))
  .filter((words) => words.length === 5)
  .map(([key, en, zh, remedyEn, remedyZh]) => ({ key: key!, words: { en: [en!, remedyEn!], zh: [zh!, remedyZh!] } }));
const commandsOf = (text: string) => [...text.matchAll(/twofold ([a-z]+)(?: ([a-z-]+))?/g)].map(([, first, second]) => ({ first: first!, second: second ?? "" }));
const naming = messages.filter(({ words }) => [...words.en, ...words.zh].some((text) => /twofold [a-z]/.test(text)));
const speaking = (language: Language) => (i18n.global.locale.value = language);
afterEach(() => void speaking("en"));

describe("a remedy that names a command", () => {
  it("is found in the catalogues of the server", () => expect(naming.length).toBeGreaterThan(60));
  it("names one that has its screen or is known to have none", () => {
    const commands = naming.flatMap(({ words }) => [...words.en, ...words.zh].flatMap(commandsOf));
    expect(commands.filter(({ first, second }) => !commandRow(first, second))).toEqual([]);
  });
  it.each(["en", "zh"] as const)("names no command any more that has a screen (%s)", (language) => {
    speaking(language);
    for (const { key, words } of naming)
      for (const text of words[language]) {
        const left = commandsOf(inScreens(text)).filter(({ first, second }) => commandRow(first, second)?.screen);
        expect(left, `${key}: ${inScreens(text)}`).toEqual([]);
      }
  });
  it.each(["en", "zh"] as const)("stays a sentence (%s)", (language) => {
    speaking(language);
    for (const { key, words } of naming)
      expect(inScreens(words[language][1]!), key).not.toMatch(/ {2}|页面“[^”]+” \p{Script=Han}|\p{Script=Han} 页面|用到|with “/u);
  });
  it("says in English where it is done", () => {
    expect(inScreens("See the next free place: twofold shelf free")).toBe("See the next free place: “Shelf map”");
    expect(inScreens("`twofold dispose list` shows them.")).toBe("“Closing and disposition” shows them.");
    expect(inScreens("Ask with `twofold loan request A·01 --borrower NAME`; once it is approved, `twofold loan out A·01`.")).toBe("Ask under “Loan desk”; once it is approved, “Loan desk”.");
    expect(inScreens("Try the question with twofold search first.")).toBe("Try the question under “Search” first.");
    expect(inScreens("Withdraw it (twofold loan cancel 7) and ask anew.")).toBe("Withdraw it (“Loan desk”) and ask anew.");
    expect(inScreens("twofold xref repair NUMBER writes its notes anew.")).toBe("“Item” writes its notes anew.");
    expect(inScreens("Take it out first: twofold container take")).toBe("Take it out first: “Volume”");
    expect(inScreens("Place it first: twofold shelf place")).toBe("Place it first: “Shelf map”");
    expect(inScreens("See what there is: twofold shelf list. Nothing counts until a shelf is scanned.")).toBe("See what there is: “Shelf map”. Nothing counts until a shelf is scanned.");
    expect(inScreens("See `twofold show` and `twofold text`; where")).toBe("See “Item”; where");
    expect(inScreens("Enter the person first: twofold user add NAME --role account_manager --manager NAME")).toBe("Enter the person first: “Administration”");
  });
  it("says so in Chinese", () => {
    speaking("zh");
    expect(inScreens("请查看下一个空位：twofold shelf free")).toBe("请查看下一个空位：页面“库位图”");
    expect(inScreens("用 `twofold dispose list` 查看。")).toBe("到页面“结卷与处置”查看。");
    expect(inScreens("请先 `twofold loan request`。")).toBe("请先到页面“借阅台”。");
    expect(inScreens("用 twofold xref repair 编号 重新生成备注。")).toBe("到页面“文件”重新生成备注。");
    expect(inScreens("请撤回（twofold loan cancel 7）后重新申请。")).toBe("请撤回（页面“借阅台”）后重新申请。");
    expect(inScreens("恢复使用：twofold user return 周敏")).toBe("恢复使用：页面“管理”");
    expect(inScreens("twofold stocktake fix 将登记此库位。")).toBe("页面“库位图”将登记此库位。");
  });
  it("stays as it is where there is no screen", () => {
    expect(inScreens("File a binder whole: twofold binder ingest")).toBe("File a binder whole: twofold binder ingest");
    expect(inScreens("`twofold loan out --help` shows how to call it.")).toBe("`twofold loan out --help` shows how to call it.");
    expect(inScreens("See its places: twofold shelf list; or file a binder: twofold binder ingest")).toBe("See its places: “Shelf map”; or file a binder: twofold binder ingest");
  });
  it("is told with what happened", () => expect(withRemedy("K1 is taken", "See the next free place: twofold shelf free")).toBe("K1 is taken. See the next free place: “Shelf map”"));
});
