// The rounds through the rooms (R45): pests, light, fire, theft; what was found stays open until it is seen to.
import { path, post } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { components } from "@/api/schema";
import { t, wordFor } from "@/i18n";
import { now } from "@/lib/format";
import { question, treatment, type Listing } from "./listing";

export type Patrol = components["schemas"]["patrol"];
const kinds = ["pest", "light", "fire", "theft"];
const isOpen = ({ finding, resolved_on }: Patrol) => finding !== "" && resolved_on === "";

export const patrols: Listing<Patrol> = {
  action: "inspect",
  source: ({ list }) => pagesOf<Patrol>("/patrols", "patrols", () => ({ all: list !== "unresolved" })),
  key: ({ id }) => String(id),
  name: ({ room, kind, at }) => `${room} · ${wordFor("patrol_kind", kind)} · ${at}`,
  state: (row) => (isOpen(row) ? "unresolved" : row.resolved_on ? "resolved" : "sound"),
  columns: [
    { key: "room", label: "field.room", value: ({ room }) => room, width: 70, code: true, narrow: "meta" },
    { key: "kind", label: "field.kind", value: ({ kind }) => wordFor("patrol_kind", kind), width: 96, narrow: "meta" },
    { key: "at", label: "field.at", value: ({ at }) => at, width: 132, narrow: "meta" },
    { key: "state", label: "field.state", value: (row) => wordFor("upkeep_state", patrols.state(row)), width: 112, narrow: "meta" },
    { key: "finding", label: "field.finding", value: ({ finding }) => finding || t("upkeep.nothing_found"), width: 150, grow: 2, narrow: "title" },
    { key: "measure", label: "field.measure", value: ({ measure }) => measure, width: 120, grow: 1 },
    { key: "person", label: "field.person", value: ({ person }) => person, width: 90 },
  ],
  facts: (row) => [
    { label: "field.room", value: row.room, code: true },
    { label: "field.kind", value: wordFor("patrol_kind", row.kind) },
    { label: "field.at", value: row.at },
    { label: "field.finding", value: row.finding || t("upkeep.nothing_found") },
    { label: "field.measure", value: row.measure },
    { label: "field.person", value: row.person },
    { label: "upkeep.resolved", value: [row.resolved_on, row.resolved_by].filter(Boolean).join("  ") },
    { label: "upkeep.resolution", value: row.resolution },
  ],
  steps: [{ key: "resolve", when: isOpen, ask: (row) => question("resolve", patrols.name(row), [treatment], (body) => post(path`/patrols/${row.id}/resolution`, body)) }],
  record: {
    key: "patrol",
    ask: ({ room }) =>
      question("patrol", "", [
        { key: "room", label: "field.room", value: room, required: true },
        { key: "kind", label: "field.kind", kind: "choice", options: kinds.map((value) => ({ value, label: t(`patrol_kind.${value}`) })), required: true },
        { key: "at", label: "field.at", kind: "moment", value: now(), required: true },
        { key: "finding", label: "field.finding", kind: "area" },
        { key: "measure", label: "field.measure", kind: "area" },
      ], (body) => post("/patrols", body)),
  },
};
