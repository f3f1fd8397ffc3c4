// Meetings (R19): they fix the customers in focus, assign classes, and review a half-year or a year.
import { path, post } from "@/api/client";
import { pagesOf, type Source } from "@/api/pages";
import type { components } from "@/api/schema";
import type { Column } from "@/components/DataList/types";
import type { Fact } from "@/components/Facts.vue";
import type { Field, Question } from "@/components/Questions/types";
import { t, wordFor } from "@/i18n";
import { listed, today } from "@/lib/format";
import { profile } from "@/stores/profile";
import type { Row } from "./lists";

export type Meeting = components["schemas"]["meeting"];
export type Decided = components["schemas"]["meeting_customer"];

export const meetings = pagesOf<Meeting>("/meetings", "meetings");
export const decidedOf = (id: number): Source<Decided> => pagesOf<Decided>(path`/meetings/${id}`, "decided");
export const columns: readonly Column<Meeting>[] = [
  { key: "kind", label: "field.kind", value: ({ kind }) => wordFor("meeting_kind", kind), width: 130, narrow: "title" },
  { key: "period", label: "customers.period", value: ({ period }) => period, width: 90, narrow: "meta" },
  { key: "held_on", label: "customers.held_on", value: ({ held_on: day }) => day, width: 100, narrow: "meta" },
  { key: "customers", label: "field.customer", value: ({ customers }) => customers, width: 80, align: "right" },
  { key: "minutes", label: "customers.minutes", value: ({ minutes }) => minutes, width: 160, grow: 1 },
  { key: "by", label: "field.person", value: ({ recorded_by: by }) => by, width: 90 },
];
export const decidedColumns: readonly Column<Decided>[] = [
  { key: "name", label: "field.customer", value: ({ name }) => name, width: 130, grow: 1, narrow: "title" },
  { key: "number", label: "field.customer_number", value: ({ number }) => number, width: 90, code: true, narrow: "meta" },
  { key: "class", label: "field.class", value: (row) => row.class, width: 80, narrow: "meta" },
];
export const factsOf = (meeting: Meeting): Fact[] => [
  { label: "customers.held_on", value: meeting.held_on },
  { label: "field.person", value: meeting.recorded_by },
  { label: "customers.minutes", value: meeting.minutes },
];

const held: Field = { key: "date", label: "customers.held_on", kind: "day" };
const minutes: Field = { key: "minutes", label: "customers.minutes", kind: "area" };
const ask = (key: string, note: string, fields: readonly Field[], send: Question["send"]): Question => ({ title: t(`customers.${key}_title`), note, fields, send, done: t("customers.recorded") });
const numbersOf = (rows: readonly Row[]) => [...new Set(rows.map(({ number }) => number))];
const namesOf = (rows: readonly Row[]) => listed(rows.map(({ name, number }) => `${name} ${number}`));
const month = () => today().slice(0, 7);
const quarter = () => `${today().slice(0, 4)}-Q${Math.ceil(Number(today().slice(5, 7)) / 3)}`;

export const questionOfFocus = (rows: readonly Row[]): Question =>
  ask("focus_meeting", namesOf(rows), [{ key: "month", label: "customers.month_hint", value: month(), required: true }, held, minutes], (body) => post("/meetings/focus", { ...body, customers: numbersOf(rows) }));
export const questionOfClasses = (rows: readonly Row[]): Question =>
  ask("class_meeting", namesOf(rows), [
    { key: "class", label: "field.class", kind: "choice", options: (profile.value?.customer_classes ?? []).map((value) => ({ value, label: value })), required: true },
    { key: "quarter", label: "customers.quarter_hint", value: quarter(), required: true }, held, minutes,
  ], (body) => post("/meetings/classes", { ...body, customers: numbersOf(rows) }));
export const questionOfReview = (): Question =>
  ask("review", "", [{ key: "period", label: "customers.period_hint", required: true }, { ...minutes, required: true }, held], (body) => post("/meetings/reviews", body));
