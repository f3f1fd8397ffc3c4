// The lists of customers: where each is read and what it shows beside name and number.
import { pagesOf, type Source } from "@/api/pages";
import type { Gap } from "@/api/records";
import type { Column } from "@/components/DataList/types";
import { language, t } from "@/i18n";
import { listed } from "@/lib/format";
import { fieldName } from "@/stores/profile";

export interface Row {
  number: string;
  name: string;
  class: string;
  manager: string;
  phone: string;
  since?: string;
  birthday?: string;
  call_due?: string;
  discharged?: string;
  expires_on?: string;
  certificate?: string;
  gaps?: Gap[];
  // of a mismatch
  customer_number?: string;
  customer?: string;
  field?: string;
  says?: string;
  expected?: string;
}

// One sentence for each kind of gap.
export function gapsOf({ gaps = [] }: Row): string {
  const kinds = [...new Set(gaps.map(({ kind }) => kind))];
  return kinds.map((kind) => t(`gap.${kind}`, { name: listed(gaps.filter((gap) => gap.kind === kind).map(({ name }) => name)) })).join(language() === "zh" ? "；" : "; ");
}

export const listNames = ["number", "class", "focus", "birthdays", "calls", "certificates", "gaps", "mismatches"] as const;
export type ListName = (typeof listNames)[number];

const name: Column<Row> = { key: "name", label: "field.customer", value: (row) => row.name ?? row.customer ?? "", width: 180, grow: 2, narrow: "title" };
const number: Column<Row> = { key: "number", label: "field.customer_number", value: (row) => row.customer_number ?? row.number, width: 120, code: true, narrow: "meta" };
const column = (key: keyof Row & string, label: string, width = 130): Column<Row> => ({ key, label, value: (row) => String(row[key] ?? ""), width, narrow: "meta" });
const common = [number, name, column("class", "field.class", 110), column("manager", "field.manager"), column("phone", "field.phone", 140)];

export const columnsOf: Record<ListName, readonly Column<Row>[]> = {
  number: common,
  class: common,
  focus: common,
  birthdays: [...common, column("birthday", "list_field.birthday")],
  calls: [...common, column("discharged", "list_field.discharged"), column("call_due", "list_field.call_due")],
  certificates: [...common, column("certificate", "list_field.certificate", 180), column("expires_on", "list_field.expires_on")],
  gaps: [number, name, { key: "gaps", label: "field.gaps", value: gapsOf, width: 260, grow: 4, narrow: "meta" }],
  mismatches: [
    { ...number, value: (row) => row.customer_number ?? "" }, { ...name, value: (row) => row.customer ?? "" },
    { key: "item", label: "field.number", value: (row) => row.number, width: 280, code: true },
    { key: "field", label: "field.field", value: (row) => fieldName(row.field ?? ""), width: 120 }, column("says", "field.says", 160), column("expected", "field.expected", 160),
  ],
};

const routes: Record<ListName, string> = {
  number: "/customers", class: "/customers/by-class", focus: "/customers/focus", birthdays: "/customers/birthdays",
  calls: "/customers/calls", certificates: "/customers/certificates", gaps: "/customers/gaps", mismatches: "/customers/mismatches",
};

export function sourceOf(list: ListName, choice: { class: string; month: string }): Source<Row> {
  const query = list === "class" ? { class: choice.class } : list === "birthdays" || list === "focus" ? { month: choice.month } : {};
  return pagesOf<Row>(routes[list], list === "mismatches" ? "mismatches" : "customers", () => query);
}
