// The lists of this screen as data: where each is read, what it shows and what can be done with a row of it.
import { address, path, post } from "@/api/client";
import { pagesOf, wholeOf, type Source } from "@/api/pages";
import type { Column } from "@/components/DataList/types";
import type { Fact } from "@/components/Facts.vue";
import type { Field, Question } from "@/components/Questions/types";
import { t, wordFor } from "@/i18n";
import { listed as words, today } from "@/lib/format";
import { jobDone, type Job } from "@/stores/jobs";
import { may, session } from "@/stores/session";

// One shape for due volumes, disposition lists, holds and transfers: only what a list has is there.
export interface Row {
  state: string;
  title?: string;
  volume?: string;
  eligible_since?: string;
  obstacles?: string[];
  list?: string;
  as_of?: string;
  drawn_by?: string;
  appraisers?: string[];
  witnesses?: string[];
  approved_by?: string;
  approved_on?: string;
  cooled_on?: string;
  rows?: { volume: string; title: string; track: string; row_state: string; note: string }[];
  id?: number;
  target?: string;
  reason?: string;
  placed_by?: string;
  lifted_at?: string;
  transfer?: string;
  receiver?: string;
  nature?: string;
  signatures?: { side: string; person: string; day: string }[];
  volumes?: string[];
  package_sha256?: string;
}
export interface Step {
  key: string;
  action: string;
  ask: (row: Row) => Question;
  when: (row: Row) => boolean;
  from?: (row: Row) => string; // the first day on which it can be done
}
export interface Listing {
  source: (asOf: string) => Source<Row>;
  key: (row: Row) => string;
  columns: readonly Column<Row>[];
  facts: (row: Row) => Fact[];
  steps: readonly Step[];
  papers: (row: Row) => { label: string; href: string }[];
}

const reason: Field = { key: "reason", label: "common.reason", kind: "area", required: true };
const state: Column<Row> = { key: "state", label: "field.state", value: (row) => wordFor("disposition_state", row.state), width: 176, narrow: "meta" };
const obstacles = ({ obstacles: keys }: Row): string => words((keys ?? []).map((key) => wordFor("obstacle", key)));
const listed = (names: readonly string[] | undefined) => (names ?? []).join(" · ");
const ask = (key: string, name: string, fields: readonly Field[], send: Question["send"], done: string, note = ""): Question => ({ title: `${t(`disposition.${key}`)} · ${name}`, fields, send, done: t(`disposition.${done}`), note });
const job = async (route: string, body: unknown) => jobDone(await post<Job>(route, body));
export const tracks = () => ["both", "paper", "electronic"].map((value) => ({ value, label: t(`track.${value}`) }));
const sides = () => ["giver_leader", "giver_handler", "receiver_leader", "receiver_handler"].map((value) => ({ value, label: t(`disposition.${value}`) }));
const openSides = ({ signatures = [] }: Row) => sides().filter(({ value }) => !signatures.some(({ side }) => side === value));
export const fewestAppraisers = 2;
const others = (row: Row) => (row.witnesses ?? []).filter((name) => name !== me());
const me = () => session.session?.name ?? "";
const onList = (key: string, action: string, when: Step["when"], route: string, done: string): Step => ({
  key, action, when, ask: (row) => ask(key, row.list!, [], () => post(path`/dispositions/${row.list!}/` + route), done),
});
const drawn: Step["when"] = ({ state: now }) => now === "drawn";
const onTransfer = (key: string, fields: readonly Field[], send: (row: Row, answers: unknown) => Promise<unknown>, done: string, when: Step["when"] = drawn): Step => ({
  key, action: "transfer", when, ask: (row) => ask(key, row.transfer!, fields, (answers) => send(row, answers), done),
});

export const listings: Record<"due" | "lists" | "holds" | "transfers", Listing> = {
  due: {
    source: (asOf) => pagesOf<Row>("/retention/due", "volumes", () => ({ as_of: asOf })),
    key: (row) => row.volume!,
    columns: [
      { key: "title", label: "field.title", value: (row) => row.title!, width: 150, grow: 2, narrow: "title" },
      { key: "volume", label: "field.volume", value: (row) => row.volume!, width: 232, code: true, narrow: "meta" },
      { key: "since", label: "field.eligible_since", value: (row) => row.eligible_since!, width: 96 },
      { key: "obstacles", label: "disposition.blocked", value: obstacles, width: 150, grow: 1, narrow: "meta" },
    ],
    facts: (row) => [{ label: "field.volume", value: row.volume, code: true, to: { name: "volume", params: { volume: row.volume } } }, { label: "field.eligible_since", value: row.eligible_since }, { label: "disposition.blocked", value: obstacles(row) }],
    steps: [{
      key: "extend", action: "approve_disposition", when: ({ state: now }) => ["bound", "shelved"].includes(now),
      ask: (row) => ask("extend", row.volume!, [{ key: "review_after", label: "disposition.review_after", kind: "day", required: true }, reason], (answers) => post(path`/volumes/${row.volume!}/retention`, answers), "extended"),
    }],
    papers: () => [],
  },
  lists: {
    source: () => pagesOf<Row>("/dispositions", "lists"),
    key: (row) => row.list!,
    columns: [
      { key: "list", label: "field.number", value: (row) => row.list!, width: 120, code: true, narrow: "title" }, state,
      { key: "as_of", label: "disposition.as_of", value: (row) => row.as_of!, width: 96, narrow: "meta" },
      { key: "count", label: "field.volumes", value: (row) => row.rows?.length ?? 0, width: 70, align: "right" },
      { key: "appraisers", label: "disposition.appraisers", value: (row) => listed(row.appraisers), width: 110, grow: 1 },
    ],
    facts: (row) => [{ label: "disposition.drawn_by", value: row.drawn_by }, { label: "disposition.appraisers", value: listed(row.appraisers) }, { label: "field.approved_by", value: [row.approved_by, row.approved_on].filter(Boolean).join("  ") }, { label: "disposition.cooled_on", value: row.cooled_on }, { label: "disposition.witnesses", value: listed(row.witnesses) }],
    steps: [
      // One signs once; who drew the list or appraised does not approve it, and who approved does not witness or execute.
      onList("sign", "appraise", ({ state: now, appraisers }) => now === "listed" && !appraisers?.includes(me()), "signatures", "signed"),
      onList("approve", "approve_disposition", ({ state: now, drawn_by, appraisers = [] }) => now === "listed" && drawn_by !== me() && !appraisers.includes(me()) && appraisers.length >= fewestAppraisers, "approval", "signed"),
      onList("witness", "witness", ({ state: now, approved_by, witnesses }) => now === "approved" && approved_by !== me() && !witnesses?.includes(me()), "witnesses", "witnessed"),
      {
        key: "execute", action: "execute_disposition", from: ({ cooled_on }) => cooled_on ?? "", when: (row) => row.state === "approved" && row.approved_by !== me() && others(row).length >= 2,
        ask: (row) => ask("execute", row.list!, [{ key: "witness", label: "disposition.witnesses", kind: "choices", required: true, value: others(row).length === 2 ? others(row) : [], options: others(row).map((value) => ({ value, label: value })) }], (answers) => job(path`/dispositions/${row.list!}/execution`, answers), "executed", `${t("disposition.execute_note")} ${t("disposition.cooled_on")}: ${row.cooled_on}`),
      },
    ],
    papers: (row) => !may("print_forms") ? [] : [
      { label: "disposition.form", href: address(path`/dispositions/${row.list!}/form.pdf`) },
      ...(row.state === "certified" ? [{ label: "disposition.certificate", href: address(path`/dispositions/${row.list!}/certificate.pdf`) }] : []),
    ],
  },
  holds: {
    source: () => async (...asked) => {
      const page = await wholeOf<Row>("/holds", "holds", () => ({ all: true }))(...asked);
      return { ...page, rows: page.rows.map((row) => ({ ...row, state: row.lifted_at ? "lifted" : "in_force" })) };
    },
    key: (row) => String(row.id),
    columns: [
      { key: "target", label: "field.target", value: (row) => row.target!, width: 200, grow: 1, code: true, narrow: "title" }, state,
      { key: "reason", label: "common.reason", value: (row) => row.reason!, width: 120, grow: 1, narrow: "meta" },
      { key: "by", label: "field.person", value: (row) => row.placed_by!, width: 90 },
    ],
    facts: (row) => [{ label: "field.target", value: row.target, code: true, to: { name: "go", params: { code: row.target } } }, { label: "common.reason", value: row.reason }, { label: "field.person", value: row.placed_by }],
    steps: [{ key: "lift", action: "lift_hold", when: (row) => row.state === "in_force", ask: (row) => ask("lift", row.target!, [reason], (answers) => post(path`/holds/${row.id!}/lifting`, answers), "lifted") }],
    papers: () => [],
  },
  transfers: {
    source: () => pagesOf<Row>("/transfers", "transfers"),
    key: (row) => row.transfer!,
    columns: [
      { key: "transfer", label: "field.number", value: (row) => row.transfer!, width: 120, code: true, narrow: "title" }, state,
      { key: "receiver", label: "disposition.receiver", value: (row) => row.receiver!, width: 120, grow: 1, narrow: "meta" },
      { key: "signed", label: "field.signatures", value: (row) => `${row.signatures?.length ?? 0} / 4`, width: 80 },
    ],
    facts: (row) => [{ label: "disposition.receiver", value: row.receiver }, { label: "common.reason", value: row.nature }, ...(row.signatures ?? []).map(({ side, person, day }) => ({ label: `disposition.${side}`, value: `${person}  ${day}` }))],
    steps: [
      { key: "sign_transfer", action: "transfer", when: (row) => drawn(row) && openSides(row).length > 0, ask: (row) => ask("sign_transfer", row.transfer!, [{ key: "as", label: "disposition.side", kind: "choice", options: openSides(row), required: true }, { key: "person", label: "field.person" }], (answers) => post(path`/transfers/${row.transfer!}/signatures`, answers), "signed") },
      onTransfer("pack", [], (row) => job(path`/transfers/${row.transfer!}/package`, {}), "packed"),
      onTransfer("complete", [], (row) => post(path`/transfers/${row.transfer!}/completion`), "completed", (row) => drawn(row) && openSides(row).length === 0 && row.package_sha256 !== ""),
      onTransfer("cancel", [reason], (row, answers) => post(path`/transfers/${row.transfer!}/cancellation`, answers), "cancelled"),
    ],
    papers: (row) => !may("print_forms") ? [] : [{ label: "disposition.print", href: address(path`/transfers/${row.transfer!}/form.pdf`) }],
  },
};

// Empty once the step can be done.
export const notBefore = (step: Step, row: Row): string => {
  const from = step.from?.(row) ?? "";
  return from > today() ? from : "";
};

export const questionOfHold = (): Question => ({ title: t("disposition.place_hold"), fields: [{ key: "target", label: "disposition.target", required: true }, reason], send: (answers) => post("/holds", answers), done: t("disposition.held") });
export const questionOfTransfer = (): Question => ({
  title: t("disposition.draw_transfer"), done: t("disposition.drawn"),
  fields: [{ key: "volumes", label: "disposition.volumes_list", kind: "area", required: true }, { key: "to", label: "disposition.receiver", required: true }, reason],
  send: (answers) => post("/transfers", { ...answers, volumes: String(answers.volumes).split(/\s+/).filter(Boolean) }),
});
export const questionOfDrawing = (volumes: string[], asOf: string): Question => ({
  title: t("disposition.draw"), done: t("disposition.drawn"), note: volumes.join("  "),
  fields: [{ key: "track", label: "disposition.track", kind: "choice", options: tracks(), required: true }],
  send: (answers) => post("/dispositions", { ...answers, volumes, as_of: asOf || today() }),
});
