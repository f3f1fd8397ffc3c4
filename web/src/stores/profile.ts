// The organisation's profile: categories, document types, customer fields and classes, in both languages.
import { shallowRef } from "vue";
import { get } from "@/api/client";
import { language } from "@/i18n";

interface Named {
  name: { zh: string; en: string };
}
export interface DocumentType extends Named {
  key: string;
  category: number;
  required: boolean;
  voucher: boolean;
  copy?: boolean; // of a paper whose original somebody must have seen (R35)
}
export interface Profile extends Named {
  key: string;
  categories: ({ number: number; has_customer: boolean } & Named)[];
  document_types: DocumentType[];
  customer_fields: ({ key: string; required: boolean } & Named)[];
  customer_classes: string[];
}

export const profile = shallowRef<Profile>();
let loading: Promise<void> | undefined;

export function loadProfile(): Promise<void> {
  loading ??= get<Profile>("/profile").then(
    (answer) => void (profile.value = answer),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

const inLanguage = (named: Named | undefined, otherwise: string): string => named?.name[language()] || otherwise;
export const categoryName = (number: number): string =>
  inLanguage(profile.value?.categories.find((category) => category.number === number), String(number));
export const typeName = (key: string): string =>
  inLanguage(profile.value?.document_types.find((type) => type.key === key), key);
export const fieldName = (key: string): string =>
  inLanguage(profile.value?.customer_fields.find((field) => field.key === key), key);
