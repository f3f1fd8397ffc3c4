// What is done with an item now and then, as the "more" menu has it: each where the item is such that it can be, and for who may.
import { address, path, post, put, send } from "@/api/client";
import type { ItemRecord } from "@/api/records";
import type { components } from "@/api/schema";
import type { Field, Question } from "@/components/Questions/types";
import { t, wordFor } from "@/i18n";
import { categoryName, fieldName, profile, typeName } from "@/stores/profile";
import { jobDone, type Job } from "@/stores/jobs";

type Schemas = components["schemas"];
interface Doing {
  key: string;
  action: string;
  when: (item: ItemRecord) => boolean;
  ask?: (item: ItemRecord) => Question;
  href?: (item: ItemRecord) => string;
}

const gone = ["removed", "destroyed", "struck"];
const isThere = ({ state }: ItemRecord) => !gone.includes(state);
const isPicture = ({ electronic }: ItemRecord) => electronic.exists && /pdf|tiff|jpeg|png/i.test(electronic.format ?? "");
const isDaily = (item: ItemRecord) => item.category === 0 && isThere(item);
const hasBoth = (item: ItemRecord) => item.paper.exists && item.electronic.exists && isThere(item);
const typeOf = ({ document_type: type }: ItemRecord) => profile.value?.document_types.find(({ key }) => key === type);
const categoryTypes = () => (profile.value?.document_types ?? []).filter(({ category }) => category > 0).map(({ key, category }) => ({ value: key, label: `${categoryName(category)} · ${typeName(key)}` }));
const customerFields = () => (profile.value?.customer_fields ?? []).map(({ key }) => ({ value: key, label: fieldName(key) }));
const accuracies = () => ["best", "fast"].map((value) => ({ value, label: t(`item.accuracy_${value}`) }));
const question = (key: string, item: ItemRecord, fields: readonly Field[], ask: Question["send"], done: Question["done"] = t(`item.${key}_done`)): Question => ({
  title: t(`item.${key}`), note: `${item.title}  ${item.number}`, fields, send: ask, done,
});

// A job's sum of what it did with this one item.
function reread(answer: unknown): string {
  const { replaced, pages } = ((answer as Job).result as unknown as Schemas["recognition"]).summary;
  return replaced > 0 ? t("item.reread_done", { count: pages }) : t("item.reread_kept");
}
function compared(answer: unknown): string {
  const { state, findings } = answer as Schemas["comparison"];
  return [t("item.compared", { result: wordFor("pair", state) }), ...findings.slice(0, 5)].join("\n");
}

const doings: readonly Doing[] = [
  { key: "file_it", action: "file", when: ({ state }) => state === "signed", ask: (item) => question("file_it", item, [], () => post(path`/items/${item.number}/filing`)) },
  {
    key: "promote", action: "promote", when: isDaily,
    ask: (item) => question("promote", item, [
      { key: "type", label: "field.document_type", kind: "choice", options: categoryTypes(), required: true },
      { key: "customer", label: "item.promote_customer", value: item.customer_number }, { key: "manager", label: "field.manager" }, { key: "paper", label: "item.promote_paper", kind: "flag" },
    ], (body) => post(path`/items/${item.number}/promotion`, body)),
  },
  { key: "important", action: "promote", when: isDaily, ask: (item) => question("important", item, [], () => post("/promotions/marks", { numbers: [item.number] })) },
  {
    key: "compare", action: "inspect", when: hasBoth,
    ask: (item) => question("compare", item, [{ key: "scan", label: "item.compare_scan", kind: "file", required: true }], async ({ scan }) => (await send("POST", path`/items/${item.number}/comparison`, { body: scan as File })).json(), compared),
  },
  { key: "pictures", action: "read", when: ({ pair }) => pair === "different" || pair === "broken", href: ({ number }) => address(path`/items/${number}/comparison.tar`) },
  {
    key: "verify", action: "keep_customers", when: (item) => isThere(item) && typeOf(item)?.copy === true,
    ask: (item) => question("verify", item, [], () => post(path`/items/${item.number}/verification`)),
  },
  {
    key: "fact", action: "keep_customers", when: (item) => isThere(item) && item.customer_number !== "",
    ask: (item) => question("fact", item, [{ key: "field", label: "field.field", kind: "choice", options: customerFields(), required: true }, { key: "value", label: "item.fact_value" }], ({ field, ...body }) =>
      put(path`/items/${item.number}/facts/${String(field)}`, body, { ifMatch: "*" })),
  },
  {
    key: "reread", action: "maintain", when: (item) => isPicture(item) && isThere(item),
    ask: (item) => question("reread", item, [{ key: "accuracy", label: "item.accuracy", kind: "choice", options: accuracies(), value: "best", required: true }], async (body) =>
      jobDone(await post<Job>("/recognitions", { ...body, numbers: [item.number] })), reread),
  },
  // Of a picture alone: what is text already is read as it is.
  { key: "reading_copy", action: "export", when: isPicture, href: ({ number }) => address(path`/items/${number}/reading-copy`) },
];

export const doingsOf = (item: ItemRecord, readable: boolean, may: (action: string) => boolean): Doing[] =>
  doings.filter(({ action, when, href }) => may(action) && when(item) && (!href || readable));
