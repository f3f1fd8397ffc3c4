// Element Plus's own words, for the language that is shown.
import { shallowRef, watchEffect } from "vue";
import type { Language as ElementWords } from "element-plus/es/locale";
import { language } from "@/i18n";

export const elementWords = shallowRef<ElementWords>();

watchEffect(async () => {
  const wanted = language();
  const words = wanted === "zh" ? await import("./zh") : await import("./en");
  if (language() === wanted) elementWords.value = words.default;
});
