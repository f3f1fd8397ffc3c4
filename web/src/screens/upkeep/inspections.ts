// The condition of volumes (R44): what is to be looked at again comes first, by its day.
import { get, path, post } from "@/api/client";
import type { Source } from "@/api/pages";
import type { components } from "@/api/schema";
import { damagesField } from "@/components/Damages/field";
import { t, wordFor } from "@/i18n";
import { listed, today } from "@/lib/format";
import { question, treatment, type Listing } from "./listing";

export type Inspection = components["schemas"]["inspection"];
interface Answer {
  inspections: Inspection[];
  next: number;
}
const pagesShort = ({ pages_counted: counted, pages_expected: expected }: Inspection) => (counted === undefined ? "" : t("upkeep.miscount", { counted, expected }));
const found = (row: Inspection) => listed([...row.damages.map((damage) => wordFor("damage", damage)), pagesShort(row)].filter(Boolean));
export const isOpen = ({ follow_up, resolved_on }: Inspection) => follow_up !== "" && resolved_on === "";

// Two lists of the server, one after the other; the cursor says in which of them it is. Where the first ends the second begins in the same page: a list
// reads on only where it has rows to come to the end of.
const pageOf = async (route: string, after: string, limit: number, signal: AbortSignal) => {
  const { inspections: rows, next } = await get<Answer>(route, { limit, after }, signal);
  return { rows, next: rows.length === limit && next ? String(next) : "" };
};
export const dueFirst = (): Source<Inspection> => async (after, limit, signal) => {
  const [list, id] = after.includes(":") ? (after.split(":") as [string, string]) : ["due", ""];
  const due = list === "due" ? await pageOf("/inspections/follow-ups", id, limit, signal) : undefined;
  if (due?.next) return { rows: due.rows, next: `due:${due.next}` };
  const others = await pageOf("/inspections", due ? "" : id, limit, signal);
  return { rows: [...(due?.rows ?? []), ...others.rows.filter((row) => !isOpen(row))], next: others.next && `all:${others.next}` };
};
const ofVolume = (volume: string): Source<Inspection> => async (after, limit, signal) => {
  const { inspections: rows, next } = await get<Answer>("/inspections", { volume, limit, after }, signal);
  return { rows, next: rows.length === limit && next ? String(next) : "" };
};

export const inspections: Listing<Inspection> = {
  action: "inspect",
  source: ({ volume }) => (volume ? ofVolume(volume) : dueFirst()),
  key: ({ id }) => String(id),
  name: ({ volume, date }) => `${volume} · ${date}`,
  state: (row) => (isOpen(row) ? "follow_up" : row.resolved_on ? "resolved" : row.damages.length || row.pages_counted !== undefined ? "noted" : "sound"),
  columns: [
    { key: "volume", label: "field.volume", value: ({ volume }) => volume, width: 232, code: true, narrow: "title" },
    { key: "state", label: "field.state", value: (row) => wordFor("upkeep_state", inspections.state(row)), width: 108, narrow: "meta" },
    { key: "date", label: "common.date", value: ({ date }) => date, width: 96, narrow: "meta" },
    { key: "damages", label: "upkeep.damages", value: found, width: 150, grow: 1, narrow: "meta" },
    { key: "follow_up", label: "upkeep.follow_up", value: ({ follow_up }) => follow_up, width: 100, look: (row) => (isOpen(row) && row.follow_up <= today() ? "bad" : "") },
    { key: "inspector", label: "upkeep.inspector", value: ({ inspector }) => inspector, width: 90 },
    { key: "treatment", label: "upkeep.treatment", value: ({ treatment: done }) => done, width: 120, grow: 1, hidden: true },
  ],
  facts: (row) => [
    { label: "field.volume", value: row.volume, code: true, to: { name: "volume", params: { volume: row.volume } } },
    { label: "common.date", value: row.date },
    { label: "upkeep.damages", value: found(row) || t("upkeep.no_damage") },
    { label: "upkeep.treatment", value: row.treatment },
    { label: "upkeep.inspector", value: row.inspector },
    { label: "upkeep.follow_up", value: row.follow_up },
    { label: "upkeep.resolved", value: [row.resolved_on, row.resolved_by].filter(Boolean).join("  ") },
    { label: "upkeep.resolution", value: row.resolution },
  ],
  steps: [{ key: "resolve", when: isOpen, ask: (row) => question("resolve", inspections.name(row), [treatment, { key: "date", label: "common.date", kind: "day" }], (body) => post(path`/inspections/${row.id}/resolution`, body)) }],
  record: {
    key: "inspect",
    ask: ({ volume: here }) =>
      question("inspect", "", [
        { key: "volume", label: "field.volume", value: here, required: true },
        damagesField("upkeep.damages"),
        { key: "treatment", label: "upkeep.treatment", kind: "area" },
        { key: "due", label: "upkeep.follow_up", kind: "day" },
      ], ({ volume, ...body }) => post(path`/volumes/${String(volume)}/inspections`, body)),
  },
};
