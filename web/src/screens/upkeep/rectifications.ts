// What was found wrong and must be put right (R33, R48): finding, notice, report, and an inspection by somebody else, until it has passed.
import { path, post } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { components } from "@/api/schema";
import type { Field } from "@/components/Questions/types";
import { t, wordFor } from "@/i18n";
import { today } from "@/lib/format";
import { session } from "@/stores/session";
import { question, type Listing, type Step } from "./listing";

export type Rectification = components["schemas"]["rectification"];
const note: Field = { key: "note", label: "upkeep.words", kind: "area", required: true };
const evidence: Field = { key: "evidence", label: "upkeep.evidence" };
const due: Field = { key: "due", label: "upkeep.due", kind: "day", required: true };
const result = (): Field => ({ key: "result", label: "upkeep.result", kind: "choice", options: ["passed", "failed"].map((value) => ({ value, label: t(`rectification_step.${value}`) })), required: true });
const nameOf = ({ target, steps }: Rectification) => `${target || t("upkeep.whole_archive")} · ${steps[0]?.words ?? ""}`;
const step = (key: string, route: string, fields: () => readonly Field[], when: Step<Rectification>["when"]): Step<Rectification> => ({
  key, when, ask: (row) => question(key, nameOf(row), fields(), (body) => post(path`/rectifications/${row.id}/` + route, body)),
});
const mine = ({ steps }: Rectification) => steps[steps.length - 1]?.person === session.session?.name;

export const rectifications: Listing<Rectification> = {
  action: "rectify",
  source: ({ list }) => pagesOf<Rectification>("/rectifications", "rectifications", () => (list === "overdue" ? { as_of: today() } : {})),
  key: ({ id }) => String(id),
  name: nameOf,
  state: ({ state }) => state,
  columns: [
    { key: "finding", label: "field.finding", value: ({ steps }) => steps[0]?.words ?? "", width: 170, grow: 2, narrow: "title" },
    { key: "target", label: "field.target", value: ({ target }) => target || t("upkeep.whole_archive"), width: 160, grow: 1, code: true, narrow: "meta" },
    { key: "state", label: "field.state", value: ({ state }) => wordFor("upkeep_state", state), width: 138, narrow: "meta" },
    { key: "due", label: "upkeep.due", value: (row) => row.due, width: 100, narrow: "meta", look: (row) => (row.due && row.due < today() ? "bad" : "") },
    { key: "steps", label: "upkeep.steps", value: ({ steps }) => steps.length, width: 70, align: "right", hidden: true },
  ],
  facts: (row) => [
    { label: "field.target", value: row.target || t("upkeep.whole_archive"), code: row.target !== "", to: row.target ? { name: "go", params: { code: row.target } } : undefined },
    { label: "upkeep.due", value: row.due },
  ],
  told: ({ steps }) =>
    steps.map(({ kind, day, person, words, evidence: number }, i) => ({ key: String(i), when: `${day}  ${wordFor("rectification_step", kind)}  ${person}`, words, number })),
  steps: [
    step("notice", "notice", () => [due, note, evidence], ({ state }) => state === "open"),
    step("report", "report", () => [note, evidence], ({ state }) => state === "noticed"),
    // Nobody passes what they have reported themselves.
    step("check", "inspection", () => [result(), note, evidence], (row) => row.state === "reported" && !mine(row)),
  ],
  record: {
    key: "rectify",
    ask: () => question("rectify", "", [{ key: "target", label: "upkeep.target" }, note, evidence], (body) => post("/rectifications", body)),
  },
};
