// Stocktakes and what they have found, as they are listed.
import { get, path } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { Column } from "@/components/DataList/types";
import type { Fact } from "@/components/Facts.vue";
import { wordFor } from "@/i18n";
import { moment } from "@/lib/format";
import type { components } from "@/api/schema";

export type Stocktake = components["schemas"]["stocktake"];
export type Report = components["schemas"]["stocktake_report"];
export type Finding = components["schemas"]["stocktake_finding"];

export const stocktakes = pagesOf<Stocktake>("/stocktakes", "stocktakes");
export const columns: Column<Stocktake>[] = [
  { key: "stocktake", label: "field.number", value: (row) => row.stocktake, width: 130, code: true, narrow: "title" },
  { key: "part", label: "field.scope", value: (row) => row.part, width: 90, grow: 1, code: true, narrow: "meta" },
  { key: "state", label: "field.state", value: (row) => wordFor("stocktake_state", row.state), width: 90, narrow: "meta" },
  { key: "by", label: "field.person", value: (row) => row.started_by, width: 90 },
  { key: "at", label: "field.at", value: (row) => moment(row.started_at), width: 130 },
];

export const findingsOf = (stocktake: string) => pagesOf<Finding>(path`/stocktakes/${stocktake}`, "findings");
export const findingKey = ({ kind, name, at, reason }: Finding): string => [kind, name, at, reason].join(" ");
// What was scanned and not read names nothing.
export const isRecord = ({ kind, name }: Finding): boolean => kind !== "unread" && name !== "";
const said = ({ kind, message }: Finding): string => (kind === "unread" ? message : "");
export const findingColumns: Column<Finding>[] = [
  { key: "kind", label: "field.finding", value: ({ kind }) => wordFor("stocktake_finding", kind), width: 150, narrow: "meta" },
  { key: "name", label: "field.number", value: ({ name }) => name, width: 232, code: true, narrow: "title" },
  { key: "title", label: "field.title", value: ({ title }) => title, width: 160, grow: 2 },
  { key: "at", label: "shelf_map.seen_at", value: ({ at }) => at, width: 124, code: true, narrow: "meta" },
  { key: "belongs", label: "shelf_map.belongs", value: ({ belongs }) => belongs, width: 124, code: true, narrow: "meta" },
  { key: "container", label: "field.container", value: ({ container }) => container, width: 120, code: true, hidden: true },
  { key: "holder", label: "field.borrower", value: ({ holder }) => holder, width: 90 },
  { key: "reason", label: "common.reason", value: said, width: 170, grow: 2 },
];

// How it stands; its findings are read page by page elsewhere.
export const reportOf = (stocktake: string) => get<Report>(path`/stocktakes/${stocktake}`, { limit: 1 });
export const findingCount = ({ summary: { missing, misplaced, unexpected, on_loan, found, unread } }: Report): number => missing + misplaced + unexpected + on_loan + found + unread;
export const factsOf = ({ summary }: Report): Fact[] => [
  { label: "shelf_map.walked", value: `${summary.walked} / ${summary.shelves}` },
  { label: "shelf_map.expected", value: String(summary.expected) },
  { label: "shelf_map.seen", value: String(summary.seen) },
];
