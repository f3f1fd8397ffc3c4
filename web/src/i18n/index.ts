// The two languages. Each screen keeps its own words in its messages.ts and they arrive with it.
import { createI18n } from "vue-i18n";
import { forget, recall, remember } from "@/stores/memory";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

type Words = { [key: string]: string | Words };
// English has exactly the keys that Chinese has.
type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

function firstLanguage(): Language {
  const known = recall("language");
  if (known === "zh" || known === "en") return known;
  forget("language");
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

export const i18n = createI18n({
  legacy: false,
  locale: firstLanguage(),
  fallbackLocale: "en",
  messages: { zh: {}, en: {} } as Record<Language, Words>,
  missingWarn: import.meta.env.DEV,
});

// The words of one screen or part, under its name: defineMessages("search", …) gives the key search.title.
export function defineMessages<const Z extends Words>(name: string, words: { zh: Z; en: Same<Z> }) {
  i18n.global.mergeLocaleMessage("zh", { [name]: words.zh });
  i18n.global.mergeLocaleMessage("en", { [name]: words.en });
  return { name, ...words };
}

export const language = (): Language => i18n.global.locale.value as Language;

export function setLanguage(to: Language) {
  i18n.global.locale.value = to;
  remember("language", to);
  applyLanguage();
}

export function applyLanguage() {
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
}

// English tells one from many, "{count} row | {count} rows": by the count that is among the values.
type Values = Record<string, unknown>;
export const t = (key: string, values: Values = {}): string =>
  typeof values.count === "number" ? i18n.global.t(key, values, values.count) : i18n.global.t(key, values);
// A word of a set that the server may extend: what has no translation is shown as it is.
export const wordFor = (set: string, key: string): string => {
  const full = `${set}.${key}`;
  return key === "" ? "" : i18n.global.te(full, language()) ? t(full) : key;
};
