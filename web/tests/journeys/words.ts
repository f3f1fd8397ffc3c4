// The words of the application in one of its languages, as a person reads them off a button.
import { i18n, type Language } from "@/i18n";

import.meta.glob("../../src/**/{messages,common}.ts", { eager: true });

export type Say = (key: string, values?: Record<string, unknown>) => string;
export const wordsIn = (language: Language): Say => (key, values = {}) => {
  if (!i18n.global.te(key, language)) throw new Error(`no word ${key}`);
  return i18n.global.t(key, values, { locale: language, plural: Number(values.count ?? 1) });
};
