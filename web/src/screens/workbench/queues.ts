// What may wait for somebody: which action it takes, where it is read, and how one row of it reads. One row here is one queue.
import type { RouteLocationRaw } from "vue-router";
import { get } from "@/api/client";
import type { Amendment, Gap, Loan, Member } from "@/api/records";
import { t, wordFor } from "@/i18n";
import { may, session } from "@/stores/session";

export interface Waiting {
  text: string;
  more: string;
  to?: RouteLocationRaw;
}
export interface Queue {
  key: string;
  actions: readonly string[]; // all of them; none where the server tells everybody what concerns them
  screen: string; // where the whole of it is
  query?: Record<string, string>;
  read: () => Promise<{ rows: Waiting[]; count: number }>;
}

export const most = 100; // rows that are read of a queue
const whole = (rows: Waiting[]) => ({ rows, count: rows.length });
const item = (number: string): RouteLocationRaw => ({ name: "item", params: { number } });
const loanRow = (loan: Loan, more: string, to: RouteLocationRaw): Waiting => ({ text: loan.title || loan.volume, more, to });
const desk = (list: string): RouteLocationRaw => ({ name: "loans", query: { list } });

async function inState(state: string) {
  const { items } = await get<{ items: Member[] }>("/items", { state, limit: most });
  return whole(items.map(({ title, customer, number }) => ({ text: title, more: customer, to: item(number) })));
}
async function loans(state: string, to: RouteLocationRaw, keep: (loan: Loan) => boolean, more: (loan: Loan) => string, more_query = {}) {
  const answer = await get<{ loans: Loan[] }>("/loans", { state, limit: most, ...more_query });
  return whole(answer.loans.filter(keep).map((loan) => loanRow(loan, more(loan), to)));
}

interface Disposition {
  list: string;
  drawn_by: string;
  approved_by: string;
  appraisers: string[];
  witnesses: string[];
  rows: unknown[];
}
// Two sign a list, before it is approved and before it is carried out; none of them approved it.
async function dispositions(state: string, signers: (list: Disposition) => string[]) {
  const me = session.session?.name ?? "";
  const { lists } = await get<{ lists: Disposition[] }>("/dispositions", { state, limit: most });
  const open = lists.filter((list) => list.approved_by !== me && signers(list).length < 2 && !signers(list).includes(me));
  return whole(open.map(({ list, drawn_by, rows }) => ({ text: list, more: `${drawn_by} · ${t("workbench.volume_count", { count: rows.length })}`, to: { name: "disposition", query: { list } } })));
}

interface Removal {
  number: string;
  title: string;
  requested_by: string;
  keep_until: string;
}
interface Request {
  person: string;
  target: string;
  reason: string;
  state: string;
}

export const queues: readonly Queue[] = [
  { key: "proofread", actions: ["proofread"], screen: "cataloguing", read: () => inState("draft") },
  { key: "lead", actions: ["sign_as_leader"], screen: "filing", query: { state: "proofed" }, read: () => inState("proofed") },
  { key: "file", actions: ["file"], screen: "filing", query: { state: "signed" }, read: () => inState("signed") },
  { key: "loans", actions: ["approve_loan"], screen: "approvals", read: () => loans("requested", { name: "approvals", query: { kind: "loan" } }, () => true, ({ borrower, reason }) => `${borrower} · ${reason}`) },
  {
    key: "amendments", actions: [], screen: "approvals",
    read: async () => {
      const { amendments } = await get<{ amendments: Amendment[] }>("/amendments", { limit: most });
      return whole(amendments.filter(({ state }) => state === "requested").map((each) => ({ text: each.number, more: `${each.requested_by} · ${each.reason}`, to: item(each.number) })));
    },
  },
  {
    key: "removals", actions: [], screen: "approvals",
    read: async () => {
      const { removals } = await get<{ removals: Removal[] }>("/removals", { state: "requested", limit: most });
      return whole(removals.map((each) => ({ text: each.title, more: each.requested_by, to: item(each.number) })));
    },
  },
  {
    key: "confirm", actions: ["restore_removed"], screen: "approvals",
    read: async () => {
      const { removals } = await get<{ removals: Removal[] }>("/removals/due", { limit: most });
      return whole(removals.map((each) => ({ text: each.title, more: each.keep_until, to: item(each.number) })));
    },
  },
  {
    key: "access", actions: ["grant_access"], screen: "approvals",
    read: async () => {
      const { requests } = await get<{ requests: Request[] }>("/access-requests", { limit: most });
      return whole(requests.filter(({ state }) => state === "requested").map((each) => ({ text: each.target, more: `${each.person} · ${each.reason}`, to: { name: "go", params: { code: each.target } } })));
    },
  },
  // Whoever approves is none of the group.
  { key: "appraise", actions: ["appraise"], screen: "disposition", query: { tab: "lists" }, read: async () => (may("approve_disposition") ? whole([]) : dispositions("listed", ({ appraisers }) => appraisers)) },
  { key: "witness", actions: ["witness"], screen: "disposition", query: { tab: "lists" }, read: () => dispositions("approved", ({ witnesses }) => witnesses) },
  { key: "picks", actions: ["hand_out"], screen: "loans", query: { list: "picks" }, read: async () => {
    const { loans: picks } = await get<{ loans: Loan[] }>("/loans/picks", { limit: most });
    return whole(picks.map((loan) => loanRow(loan, `${loan.shelf} → ${loan.borrower}`, desk("picks"))));
  } },
  { key: "overdue", actions: ["hand_out"], screen: "loans", query: { list: "overdue" }, read: () => loans("overdue", desk("overdue"), () => true, ({ borrower, due }) => `${borrower} · ${t("workbench.was_due", { due })}`) },
  { key: "returned", actions: ["hand_out"], screen: "loans", query: { list: "returned" }, read: () => loans("returned", desk("returned"), () => true, ({ borrower }) => borrower) },
  {
    key: "gaps", actions: ["describe"], screen: "customers", query: { list: "gaps" },
    read: async () => {
      const { customers } = await get<{ customers: { number: string; name: string; gaps: Gap[] }[] }>("/customers/gaps", { limit: most });
      return whole(customers.map(({ number, name, gaps }) => ({ text: name, more: t("workbench.gap_count", { count: gaps.length }), to: { name: "customer", params: { number } } })));
    },
  },
  {
    key: "different", actions: ["describe"], screen: "customers",
    read: async () => {
      const { pairs } = await get<{ pairs: { number: string; title: string; state: string; note: string }[] }>("/pairs", { state: "different", limit: most });
      return whole(pairs.map((pair) => ({ text: pair.title, more: pair.note || wordFor("pair", pair.state), to: { name: "item", params: { number: pair.number }, query: { tab: "tracks" } } })));
    },
  },
  {
    key: "promote", actions: ["promote", "see_registers"], screen: "search", query: { q: "category:0" },
    read: async () => {
      const { items } = await get<{ items: { number: string; title: string; date: string }[] }>("/promotions/pending", { limit: most });
      return whole(items.map(({ number, title, date }) => ({ text: title, more: date, to: item(number) })));
    },
  },
  {
    key: "follow_ups", actions: ["inspect"], screen: "upkeep",
    read: async () => {
      const { inspections } = await get<{ inspections: { id: number; volume: string; follow_up: string }[] }>("/inspections/follow-ups", { limit: most });
      return whole(inspections.map(({ id, volume, follow_up }) => ({ text: volume, more: follow_up, to: { name: "upkeep", query: { "upkeep-inspections": id } } })));
    },
  },
  {
    key: "alarms", actions: ["inspect"], screen: "upkeep", query: { tab: "alarms" },
    read: async () => {
      const answer = await get<Record<string, { id: number; room: string; at: string; celsius: number; humidity: number }[]>>("/climate/alarms", { limit: most });
      const rows = answer.alarms ?? answer.readings ?? [];
      return whole(rows.map(({ id, room, at, celsius, humidity }) => ({ text: room, more: `${celsius} ℃ · ${humidity} %RH · ${at.slice(0, 10)}`, to: { name: "upkeep", query: { tab: "alarms", "upkeep-alarms": id } } })));
    },
  },
  { key: "mine", actions: ["request_loan"], screen: "loans", query: { list: "out" }, read: () => loans("out", desk("out"), () => true, ({ due }) => due, { borrower: session.session?.name }) },
];
