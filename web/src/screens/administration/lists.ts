// The lists of administration as data: where each is read, what it shows, what can be done with a row of it or beside it.
import { path, post, put, remove } from "@/api/client";
import { pagesOf, wholeOf, type Source } from "@/api/pages";
import type { Column } from "@/components/DataList/types";
import "@/components/EventWords/messages";
import type { Answers, Field, Question } from "@/components/Questions/types";
import { t, wordFor } from "@/i18n";
import { moment, today } from "@/lib/format";
import { jobName, noteJob, type Job } from "@/stores/jobs";
import { session } from "@/stores/session";

// One shape for people, tokens, grants, events and jobs: only what a list has is there.
export interface Row {
  state: string;
  name?: string;
  roles?: string[];
  system_user?: string;
  manager?: string;
  active?: boolean;
  scope?: string;
  grant?: number;
  person?: string;
  target?: string;
  reason?: string;
  granted_by?: string;
  until?: string;
  revoked?: boolean;
  seq?: number;
  at?: string;
  actor?: string;
  action?: string;
  subject?: string;
  details?: Record<string, string>;
  id?: number;
  kind?: string;
  owner?: string;
  created_at?: string;
}
export interface Step {
  key: string;
  question: Question;
  for?: "one" | "several"; // both where nothing is said
}
export interface Listing {
  action: string;
  source: (number: string) => Source<Row>;
  key: (row: Row) => string;
  columns: readonly Column<Row>[];
  states: string;
  steps: (row: Row) => Step[];
  add?: { label: string; question: () => Question };
}

const stated = (source: Source<Row>, state: (row: Row) => string): Source<Row> => async (...asked) => {
  const page = await source(...asked);
  return { ...page, rows: page.rows.map((row) => ({ ...row, state: state(row) })) };
};
const column = (key: keyof Row, label: string, width: number, more: Partial<Column<Row>> = {}): Column<Row> => ({ key, label, width, value: (row) => String(row[key] ?? ""), ...more });
const state = column("state", "field.state", 90, { narrow: "meta" });
const ask = (key: string, name: string, fields: readonly Field[], send: Question["send"], done: string, of?: Step["for"]): Step => ({ key, question: { title: `${t(`administration.${key}`)} · ${name}`, fields, send, done: t(`administration.${done}`) }, for: of });
const reason: Field = { key: "reason", label: "common.reason", kind: "area", required: true };
const roles = ["employee", "account_manager", "department_manager", "sales_manager", "general_manager", "archivist", "leader", "auditor", "administrator"];
const roleField = (value: string[] = []): Field => ({ key: "role", label: "field.roles", kind: "choices", required: true, value, options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })) });

// Nobody changes their own rights. Each of several keeps the roles that are not named.
function stepsOfPerson({ name = "", roles: has = [], manager, active }: Row): Step[] {
  const other = name !== session.session?.name;
  const setRoles = (role: string[]) => put(path`/users/${name}/roles`, { role });
  const named = ({ role }: Answers) => role as string[];
  return [
    ...(other
      ? [
          ask("roles", name, [roleField(has)], (answers) => setRoles(named(answers)), "roles_set", "one"),
          ask("give_role", name, [roleField()], (answers) => setRoles([...new Set([...has, ...named(answers)])]), "roles_set", "several"),
          ask("take_role", name, [roleField()], (answers) => setRoles(has.filter((role) => !named(answers).includes(role))), "roles_set", "several"),
        ]
      : []),
    ask("password", name, [{ key: "password", label: "administration.new_password", kind: "password", required: true }], (answers) => put(path`/users/${name}/password`, answers), "password_set", "one"),
    ...(manager ? [ask("handover", name, [{ key: "to", label: "administration.to_person", required: true }], (answers) => post(path`/users/${name}/handover`, answers), "handed_over")] : []),
    ...(active && other ? [ask("retire", name, [], () => post(path`/users/${name}/retirement`), "retired")] : []),
    ...(active ? [] : [ask("bring_back", name, [], () => remove(path`/users/${name}/retirement`), "brought_back")]),
  ];
}

export const listings: Record<string, Listing> = {
  people: {
    action: "manage_people", states: "admin_state", key: (row) => row.name!,
    source: () => stated(pagesOf<Row>("/users", "people"), (row) => (row.active ? "active" : "inactive")),
    columns: [
      column("name", "field.name", 110, { narrow: "title" }),
      { key: "roles", label: "field.roles", width: 180, grow: 1, narrow: "meta", value: (row) => (row.roles ?? []).map((role) => wordFor("role", role)).join(" · ") },
      column("manager", "field.manager", 126), column("system_user", "administration.system_user", 100), state,
    ],
    steps: stepsOfPerson,
    add: { label: "add_person", question: () => ({ title: t("administration.add_person"), done: t("administration.added"), send: (answers) => post("/users", answers), fields: [{ key: "name", label: "field.name", required: true }, roleField(), { key: "manager", label: "field.manager" }, { key: "system_user", label: "administration.system_user" }] }) },
  },
  tokens: {
    action: "keep_own_things", states: "admin_state", key: (row) => row.name!,
    source: () => stated(wholeOf<Row>("/tokens", "tokens"), () => "live"),
    columns: [column("name", "field.name", 160, { grow: 1, narrow: "title" }), { key: "scope", label: "administration.scope", width: 110, value: (row) => t(`administration.scope_${row.scope ?? "read"}`) }, column("until", "field.until", 160, { narrow: "meta" })],
    steps: (row) => [ask("revoke", row.name!, [], () => remove(path`/tokens/${row.name!}`), "revoked")],
    add: { label: "add_token", question: () => ({ title: t("administration.add_token"), fields: [{ key: "name", label: "field.name", required: true }, { key: "until", label: "field.until", kind: "day", value: today(90), required: true }, { key: "scope", label: "administration.scope", kind: "choice", required: true, value: "read", options: ["read", "ingest", "everything"].map((value) => ({ value, label: t(`administration.scope_${value}`) })) }], send: (answers) => post("/tokens", answers) }) },
  },
  grants: {
    action: "grant_access", states: "admin_state", key: (row) => String(row.grant),
    source: () => stated(pagesOf<Row>("/grants", "grants", () => ({ all: true })), (row) => (row.revoked ? "revoked" : row.until! < today() ? "expired" : "live")),
    columns: [column("person", "field.person", 100, { narrow: "title" }), column("target", "field.target", 200, { grow: 1, code: true, narrow: "meta" }), column("until", "field.until", 96), column("granted_by", "administration.granted_by", 90), column("reason", "common.reason", 120, { grow: 1 }), state],
    steps: (row) => (row.revoked ? [] : [ask("revoke", row.person!, [reason], (answers) => post(path`/grants/${row.grant!}/revocation`, answers), "revoked")]),
    add: { label: "give", question: () => ({ title: t("administration.give"), note: t("administration.number_hint"), done: t("administration.given"), fields: [{ key: "person", label: "field.person", required: true }, { key: "number", label: "field.number" }, { key: "until", label: "field.until", kind: "day", value: today(30), required: true }, reason], send: (answers) => post("/grants", answers) }) },
  },
  audit: {
    action: "see_audit", states: "admin_state", key: (row) => String(row.seq),
    source: (number) => pagesOf<Row>("/audit", "events", () => ({ number })),
    columns: [column("seq", "field.sequence", 84, { align: "right" }), { key: "at", label: "field.at", width: 136, value: (row) => moment(row.at ?? ""), narrow: "meta" }, column("actor", "field.actor", 90, { narrow: "meta" }), { key: "action", label: "field.action", width: 190, narrow: "title", value: (row) => wordFor("event", row.action ?? "") }, column("subject", "field.subject", 220, { grow: 1, code: true })],
    steps: () => [],
  },
  jobs: {
    action: "submit", states: "job", key: (row) => String(row.id),
    source: () => pagesOf<Row>("/jobs", "jobs"),
    columns: [column("id", "field.number", 76, { align: "right" }), { key: "kind", label: "field.kind", width: 130, grow: 1, narrow: "title", value: (row) => jobName(row.kind ?? "") }, column("owner", "field.person", 90), state, { key: "created_at", label: "field.at", width: 136, value: (row) => moment(row.created_at ?? ""), narrow: "meta" }],
    steps: (row) => {
      const again = async () => noteJob(await post<Job>(path`/jobs/${row.id!}/restart`));
      if (row.state === "interrupted") return [ask("restart", String(row.id), [], again, "restart")];
      return ["waiting", "running"].includes(row.state) ? [ask("cancel_job", String(row.id), [], () => remove(path`/jobs/${row.id!}`), "cancel_job")] : [];
    },
  },
};
