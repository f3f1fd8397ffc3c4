// What may be done with a loan in its state, and what is asked for it.
import { path, post } from "@/api/client";
import type { Loan } from "@/api/records";
import { damagesField } from "@/components/Damages/field";
import type { Column } from "@/components/DataList/types";
import type { Question } from "@/components/Questions/types";
import { t, wordFor } from "@/i18n";
import { today } from "@/lib/format";

export const lists = ["live", "requested", "picks", "out", "overdue", "returned", "lost", "all"] as const;
export type List = (typeof lists)[number];
export const steps = ["hand_out", "renew", "take_back", "inspect", "lose", "find", "withdraw"] as const;
export type Step = (typeof steps)[number];

// Whether a loan is overdue is for the server to say: its day counts, not the browser's.
export const stateOf = ({ state, overdue }: Pick<Loan, "state" | "overdue">): string => (overdue ? "overdue" : state);

export function stepsOf(state: string): Step[] {
  if (state === "requested") return ["withdraw"];
  if (state === "approved") return ["hand_out", "withdraw"];
  if (state === "out") return ["take_back", "renew", "lose"];
  if (state === "returned") return ["inspect"];
  return state === "lost" ? ["find"] : [];
}

export function questionOf(step: Step, loan: Pick<Loan, "id" | "volume" | "title">): Question {
  const to = (action: string) => (body: unknown) => post(path`/volumes/${loan.volume}/loan/` + action, body);
  const ask = (action: string, fields: Question["fields"] = []): Question => ({ title: t(`loans.${step}_title`), note: `${loan.title}  ${loan.volume}`, fields, send: to(action), done: t(`loans.${step}_done`) });
  if (step === "withdraw") return { ...ask("", [{ key: "reason", label: "common.reason" }]), send: (body) => post(path`/loans/${loan.id}/withdrawal`, body) };
  if (step === "hand_out") return ask("hand-out");
  if (step === "renew") return ask("renewal", [{ key: "due", label: "field.due", kind: "day", value: today(30), required: true }]);
  if (step === "take_back") return ask("return");
  if (step === "lose") return ask("loss", [{ key: "reason", label: "common.reason", kind: "area", required: true }]);
  if (step === "find") return ask("recovery");
  return ask("inspection", [
    { key: "pages", label: "loans.pages_counted", kind: "number", required: true },
    damagesField("loans.damages"),
    { key: "treatment", label: "loans.treatment", kind: "area" },
    { key: "due", label: "loans.follow_up", kind: "day" },
  ]);
}

export const columns: readonly Column<Loan>[] = [
  { key: "title", label: "field.title", value: ({ title, volume }) => title || volume, width: 150, grow: 2, narrow: "title" },
  { key: "volume", label: "field.volume", value: ({ volume }) => volume, width: 222, code: true, narrow: "meta" },
  { key: "state", label: "field.state", value: (loan) => wordFor("state", stateOf(loan)), width: 118, narrow: "meta" },
  { key: "shelf", label: "field.shelf", value: ({ shelf }) => shelf, width: 122, code: true },
  { key: "borrower", label: "field.borrower", value: ({ borrower }) => borrower, width: 90, narrow: "meta" },
  { key: "due", label: "field.due", value: ({ due }) => due, width: 92, narrow: "meta" },
  { key: "reason", label: "common.reason", value: ({ reason }) => reason, width: 110, hidden: true },
];
