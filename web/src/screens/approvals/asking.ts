// What waits for somebody's decision, of whatever kind, in one form: who asks for what and why, and how it is granted or refused.
import { get, path, post, type Query } from "@/api/client";
import type { Page } from "@/api/pages";
import type { Amendment, Loan } from "@/api/records";
import type { Field } from "@/components/Questions/types";
import { fewestAppraisers } from "@/screens/disposition/lists";
import { may, mayAny, session } from "@/stores/session";

export const kinds = ["loan", "amendment", "removal", "confirmation", "held", "access", "disposition"] as const;
export type Kind = (typeof kinds)[number];

export interface Asking {
  kind: Kind;
  id: string;
  number: string; // of the item or the volume that it is about
  about: "item" | "volume" | "list" | "record";
  title: string;
  who: string;
  reason: string;
  day: string; // until when, due, kept until
  changes: Amendment["fields"];
  volumes: { volume: string; title: string; track: string; note: string }[];
  by: readonly string[]; // who asks, and whoever else may not approve it themselves
  approve?: () => Promise<unknown>; // nothing where one may not
  refuse?: (answers: Record<string, unknown>) => Promise<unknown>;
  refusalFields: readonly Field[];
}

interface Removal {
  id: number;
  number: string;
  title: string;
  cause: string;
  reason: string;
  requested_by: string;
  keep_until: string;
}
interface AccessRequest {
  request: number;
  person: string;
  target: string;
  reason: string;
  until: string;
  state: string;
}
interface Disposition {
  list: string;
  as_of: string;
  state: string;
  drawn_by: string;
  appraisers: string[];
  rows: Asking["volumes"];
}

const reason: Field = { key: "reason", label: "common.reason", kind: "area", required: true };
const plain = { changes: [], volumes: [], refusalFields: [reason] };
const most = 200; // of one page

// All that waits, page after page.
async function all<Row>(route: string, field: string, query: Query = {}): Promise<Row[]> {
  const found: Row[] = [];
  for (let after: unknown = undefined; ; ) {
    const answer = await get<Record<string, unknown>>(route, { ...query, limit: most, after: after as string });
    const rows = (answer[field] ?? []) as Row[];
    found.push(...rows);
    after = answer.next;
    if (rows.length < most || !after) return found;
  }
}

async function loans(): Promise<Asking[]> {
  const waiting = await all<Loan>("/loans", "loans", { state: "requested" });
  return waiting.map((loan) => ({
    ...plain, kind: "loan", id: String(loan.id), number: loan.volume, about: "volume", title: loan.title, who: loan.borrower || loan.requested_by, by: [loan.borrower, loan.requested_by], reason: loan.reason, day: loan.due,
    approve: () => post(path`/loans/${loan.id}/approval`), refuse: (answers) => post(path`/loans/${loan.id}/refusal`, answers),
  }));
}

async function amendments(): Promise<Asking[]> {
  const waiting = await all<Amendment>("/amendments", "amendments");
  return waiting.map((each) => ({
    ...plain, kind: "amendment", id: String(each.id), number: each.number, about: "item", title: each.title, who: each.requested_by, by: [each.requested_by], reason: each.reason, day: each.requested_at.slice(0, 10),
    changes: each.fields, approve: () => post(path`/amendments/${each.id}/consent`), refuse: (answers) => post(path`/amendments/${each.id}/refusal`, answers),
  }));
}

const removalOf = (each: Removal) => ({ ...plain, id: String(each.id), number: each.number, about: "item" as const, title: each.title, who: each.requested_by, by: [each.requested_by], reason: each.reason, day: each.keep_until });

async function removals(): Promise<Asking[]> {
  const waiting = await all<Removal>("/removals", "removals", { state: "requested" });
  return waiting.map((each) => ({
    ...removalOf(each), kind: "removal", approve: () => post(path`/removals/${each.id}/consent`), refuse: (answers) => post(path`/removals/${each.id}/refusal`, answers),
  }));
}

// The second confirmation after the month (R18); instead of it the item can be restored.
async function confirmations(): Promise<Asking[]> {
  const waiting = await all<Removal>("/removals/due", "removals");
  return waiting.map((each) => ({
    ...removalOf(each), kind: "confirmation", by: [], refusalFields: [], approve: () => post(path`/removals/${each.id}/confirmation`), refuse: () => post(path`/removals/${each.id}/restoration`),
  }));
}

// Whatever is removed and not confirmed can be restored, before and after its month; it waits for nobody.
async function held(): Promise<Asking[]> {
  const removed = await all<Removal>("/removals", "removals", { state: "hold" });
  return removed.map((each) => ({ ...removalOf(each), kind: "held", refusalFields: [], refuse: () => post(path`/removals/${each.id}/restoration`) }));
}

async function accesses(): Promise<Asking[]> {
  const known = await all<AccessRequest>("/access-requests", "requests");
  return known.filter(({ state }) => state === "requested").map((each) => ({
    ...plain, kind: "access", id: String(each.request), number: each.target, about: "record", title: each.target, who: each.person, by: [each.person], reason: each.reason, day: each.until,
    approve: () => post(path`/access-requests/${each.request}/approval`), refuse: (answers) => post(path`/access-requests/${each.request}/refusal`, answers),
  }));
}

async function dispositions(): Promise<Asking[]> {
  const waiting = await all<Disposition>("/dispositions", "lists", { state: "listed" });
  return waiting.map((each) => ({
    ...plain, kind: "disposition", id: each.list, number: each.list, about: "list", title: each.list, who: each.drawn_by, by: [each.drawn_by, ...each.appraisers], reason: each.appraisers.join(" · "), day: each.as_of, volumes: each.rows,
    refusalFields: [{ key: "review_after", label: "approvals.review_after", kind: "day", required: true }, reason],
    approve: each.appraisers.length < fewestAppraisers ? undefined : () => post(path`/dispositions/${each.list}/approval`), refuse: (answers) => post(path`/dispositions/${each.list}/refusal`, answers),
  }));
}

// Who sees what waits (none: everybody, what concerns them), who approves it, and who turns it down.
const readers: Record<Kind, { seen: readonly string[]; approve: string; refuse: string; read: () => Promise<Asking[]> }> = {
  loan: { seen: ["approve_loan"], approve: "approve_loan", refuse: "approve_loan", read: loans },
  amendment: { seen: [], approve: "consent_to_change", refuse: "consent_to_change", read: amendments },
  removal: { seen: [], approve: "consent_to_change", refuse: "consent_to_change", read: removals },
  confirmation: { seen: ["confirm_removal", "restore_removed"], approve: "confirm_removal", refuse: "restore_removed", read: confirmations },
  held: { seen: ["restore_removed"], approve: "confirm_removal", refuse: "restore_removed", read: held },
  access: { seen: ["grant_access"], approve: "grant_access", refuse: "grant_access", read: accesses },
  disposition: { seen: ["approve_disposition"], approve: "approve_disposition", refuse: "approve_disposition", read: dispositions },
};

export const kindsAllowed = (): Kind[] => kinds.filter((kind) => mayAny(readers[kind].seen));

// As it is for whoever is signed in: nobody approves what they asked for themselves.
export function decidable(asking: Asking): Asking {
  const { approve, refuse } = readers[asking.kind];
  const own = asking.by.includes(session.session?.name ?? "");
  return { ...asking, approve: may(approve) && !own ? asking.approve : undefined, refuse: may(refuse) ? asking.refuse : undefined };
}

export async function askings(only: string): Promise<Page<Asking>> {
  const asked = kindsAllowed().filter((kind) => (only === "" ? kind !== "held" : kind === only));
  const found = await Promise.all(asked.map((kind) => readers[kind].read()));
  return { rows: found.flat().map(decidable), next: "" };
}
