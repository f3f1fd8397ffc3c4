import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n";
import { screens } from "@/router/screens";

type Words = { [key: string]: string | Words };

const files = import.meta.glob("../src/**/{messages,common}.ts", { eager: true });
const sources = import.meta.glob("../src/**/*.{vue,ts}", { eager: true, query: "?raw", import: "default" }) as Record<string, string>;

function keysOf(words: Words, before = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === "string" ? [before + key] : keysOf(value, `${before}${key}.`)));
}
const zh = keysOf(i18n.global.messages.value.zh as Words);
const en = keysOf(i18n.global.messages.value.en as Words);
const textOf = (language: "zh" | "en", key: string) =>
  key.split(".").reduce<unknown>((words, part) => (words as Words)[part], i18n.global.messages.value[language]) as string;
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe("the words of the two languages", () => {
  it("stand in files that are all read here", () => expect(Object.keys(files).length).toBeGreaterThan(4));
  it("have the same keys", () => expect([...zh].sort()).toEqual([...en].sort()));
  it("are never empty", () => {
    for (const language of ["zh", "en"] as const)
      for (const key of zh) expect(textOf(language, key), `${language} ${key}`).not.toBe("");
  });
  it("are set in Chinese with Chinese punctuation", () => {
    const wrong = zh.filter((key) => /\p{Script=Han}[,;:(]|[)]\p{Script=Han}/u.test(textOf("zh", key)));
    expect(wrong.map((key) => textOf("zh", key))).toEqual([]);
  });
  it("name the same values", () => {
    // English may have two forms, for one and for many.
    for (const key of zh)
      for (const form of textOf("en", key).split(" | ")) expect(placeholders(textOf("zh", key)), key).toEqual(placeholders(form));
  });
  it("have every key that the sources ask for", () => {
    const known = new Set(zh);
    const asked = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/(?:\$t|\bt)\(\s*["']([a-z_]+\.[\w.]+)["']/g)].map((match) => [file, match[1]!] as const),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(([, key]) => !known.has(key))).toEqual([]);
  });
  it("name every screen", () => {
    expect(screens.filter((screen) => !zh.includes(`screen.${screen.name}`))).toEqual([]);
  });
});
