// What is recorded of a customer beside their fields: each where somebody may, and where the profile asks for its paper.
import { path, post } from "@/api/client";
import type { CustomerRecord } from "@/api/records";
import type { Field, Question } from "@/components/Questions/types";
import { t } from "@/i18n";
import { today } from "@/lib/format";
import type { Profile } from "@/stores/profile";

interface Step {
  key: string;
  action: string;
  paper?: string; // the document type of the profiles that know of it
  route: string;
  fields: () => readonly Field[];
}
const day: Field = { key: "date", label: "common.date", kind: "day" };
const steps: readonly Step[] = [
  { key: "spend", action: "keep_customers", paper: "spending_record", route: "spendings", fields: () => [{ key: "yuan", label: "customer.yuan", required: true }, day, { key: "reason", label: "common.reason" }] },
  { key: "discharge", action: "keep_customers", paper: "follow_up_call", route: "discharges", fields: () => [day] },
  { key: "call", action: "keep_customers", paper: "follow_up_call", route: "calls", fields: () => [{ key: "outcome", label: "customer.outcome", kind: "area", required: true }, day] },
  {
    key: "certify", action: "keep_customers", paper: "electrician_certificate", route: "certificates",
    fields: () => [{ key: "holder", label: "customer.holder", required: true }, { key: "name", label: "customer.certificate", required: true }, { key: "until", label: "field.until", kind: "day", required: true }],
  },
  { key: "settle", action: "record_settlement", route: "settlement", fields: () => [{ ...day, value: today(), required: true }] },
];

export const stepsOf = (profile: Profile | undefined, may: (action: string) => boolean): Step[] =>
  steps.filter(({ action, paper }) => may(action) && (!paper || profile?.document_types.some(({ key }) => key === paper)));

export const questionOf = ({ key, route, fields }: Step, { customer, customer_number: number }: CustomerRecord): Question => ({
  title: t(`customer.${key}_title`), note: `${customer}  ${number}`, fields: fields(), done: t(`customer.${key}_done`),
  send: (body) => post(path`/customers/${number}/` + route, body),
});
