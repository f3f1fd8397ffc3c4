// What may be decided of one that waits, as questions, so that several can be asked at once.
import type { Question } from "@/components/Questions/types";
import { t } from "@/i18n";
import type { Asking } from "./asking";

export interface Step {
  key: "approve" | "confirm" | "refuse" | "restore";
  label: string; // the key of its words
  question: Question;
}
const words = { approve: "common.approve", confirm: "approvals.confirm", refuse: "common.refuse", restore: "approvals.restore" };
const done = { approve: "common.approve_done", confirm: "common.approve_done", refuse: "common.refuse_done", restore: "approvals.restored" };

export const nameOf = ({ title, number }: Asking): string => title || number;
const stepOf = (asking: Asking, key: Step["key"], fields: Question["fields"], send: Question["send"]): Step => ({
  key, label: words[key], question: { title: `${t(words[key])} · ${nameOf(asking)}`, fields, send, done: t(done[key]) },
});

export function stepsOf(asking: Asking): Step[] {
  const { kind, approve, refuse, refusalFields } = asking;
  const removed = kind === "confirmation" || kind === "held";
  return [
    ...(approve ? [stepOf(asking, removed ? "confirm" : "approve", [], approve)] : []),
    ...(refuse ? [stepOf(asking, removed ? "restore" : "refuse", refusalFields, refuse)] : []),
  ];
}

// Steps are the same for several where they ask the same; what is gone for ever is confirmed one by one.
export const sameStep = ({ key, question }: Step): string => [key, ...question.fields.map((field) => field.key)].join(" ");
export const stepsInBulk = (asking: Asking): Step[] => stepsOf(asking).filter(({ key }) => key !== "confirm");
