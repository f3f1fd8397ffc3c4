// Everything that can be printed, as data: the fields that a card asks for and the address that its PDF has.
import { address, path, type Query } from "@/api/client";

interface Field {
  key: string;
  required?: boolean;
  lines?: boolean;
  options?: readonly string[];
  of?: readonly string[]; // the forms that ask for it; all of them where nothing is said
}
export interface Card {
  key: string;
  forms: readonly string[]; // to choose from; one needs no choice
  fields: readonly Field[];
  href: (form: string, given: Record<string, string>, bilingual: boolean) => string;
}

const width = { key: "width", options: ["20", "30", "40", "50"] };
const file: Record<string, string> = { all: "forms", closing_note: "note" };
const folder: Record<string, string> = { amendment: "amendments", removal: "removals", transfer: "transfers", disposition: "dispositions", certificate: "dispositions" };
const leaf: Record<string, string> = { amendment: "slip", removal: "slip", transfer: "form", disposition: "form", certificate: "certificate" };

// Numbers are repeated in the query, one for each label.
export function labelsAddress(numbers: string, rest: Query): string {
  const list = numbers.split(/[\n,，;；]+/).map((each) => each.trim()).filter(Boolean);
  const asked = new URLSearchParams(list.map((each) => ["numbers", each]));
  const base = address("/forms/labels.pdf", rest);
  return `${base}${base.includes("?") ? "&" : "?"}${asked.toString()}`;
}

export const cards: readonly Card[] = [
  {
    key: "of_volume", forms: ["all", "cover", "spine", "catalogue", "electronic", "closing_note", "binder"], fields: [{ key: "volume", required: true }, { ...width, of: ["spine"] }],
    href: (form, { volume = "", width }, bilingual) => address(path`/volumes/${volume}/` + `${file[form] ?? form}.pdf`, { bilingual, width: form === "spine" ? width : "" }),
  },
  { key: "of_box", forms: ["spine"], fields: [{ key: "box", required: true }, width], href: (_form, { box = "", width }, bilingual) => address(path`/containers/${box}/spine.pdf`, { bilingual, width }) },
  {
    key: "of_item", forms: ["stamp", "twin"], fields: [{ key: "item", required: true }],
    href: (form, { item = "" }, bilingual) => (form === "twin" ? address(path`/items/${item}/twin.pdf`) : address(path`/items/${item}/stamp.pdf`, { bilingual })),
  },
  {
    key: "registers", forms: ["volumes", "loans", "inspections", "climate"], fields: [{ key: "year", required: true, of: ["volumes"] }, { key: "year", of: ["loans", "inspections"] }, { key: "room", required: true, of: ["climate"] }],
    href: (form, { year: of, room = "" }, bilingual) => address(form === "climate" ? path`/climate/${room}/sheet.pdf` : `/forms/${form}.pdf`, { bilingual, year: of }),
  },
  {
    key: "decisions", forms: ["amendment", "removal", "transfer", "disposition", "certificate"], fields: [{ key: "number", required: true }],
    href: (form, { number = "" }, bilingual) => address(`/${folder[form]}` + path`/${number}/` + `${leaf[form]}.pdf`, { bilingual }),
  },
  { key: "separator", forms: ["separator"], fields: [{ key: "type", required: true }, { key: "customer" }, { key: "pages" }], href: (_form, { type, customer, pages }, bilingual) => address("/forms/separator.pdf", { bilingual, type, customer, pages }) },
  {
    key: "labels", forms: ["labels_each", "labels_by_shelf"], fields: [{ key: "numbers", required: true, lines: true }, { key: "stock", options: ["a4-24", "a4-33", "a4-65", "roll-62x29", "roll-50x30"] }, { key: "first" }],
    href: (form, { numbers = "", stock, first }) => labelsAddress(numbers, { stock, first, by_shelf: form === "labels_by_shelf" }),
  },
];

export const fieldsOf = (card: Card, form: string): Field[] => card.fields.filter(({ of }) => !of || of.includes(form));
export const isReady = (card: Card, form: string, given: Record<string, string>): boolean =>
  fieldsOf(card, form).every(({ key, required }) => !required || (given[key] ?? "").trim() !== "");
