// Warmth and damp of the rooms (R45): month by month, and every reading outside of what paper bears.
import { get, path, post } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { components } from "@/api/schema";
import { t } from "@/i18n";
import { now } from "@/lib/format";
import { question, type Listing } from "./listing";

type Schemas = components["schemas"];
export type Alarm = Schemas["climate_alarm"];
type Range = Schemas["climate_range"];
export type Period = Schemas["climate_period"] & { of: "year" | "month"; days: Schemas["missing_day"][] };

// As the printed sheet has them.
const celsius = { least: 14, most: 24 };
const humidity = { least: 45, most: 60 };
type Limits = typeof celsius;
export const broken = (value: Partial<Range> | number, { least, most }: Limits): boolean =>
  typeof value === "number" ? value < least || value > most : (value.least ?? least) < least || (value.most ?? most) > most;
const look = (value: Range | number, limits: Limits, readings = 1) => (readings > 0 && broken(value, limits) ? "bad" : "");
const words = ({ least, mean, most }: Range, readings: number) => (readings === 0 ? "" : least === most ? String(mean) : `${least} – ${most} (${mean})`);
const change = ({ change: by, day }: Schemas["daily_change"]) => (day ? `${by}  ${day}` : "");
const nameOf = ({ of, from }: Period) => (of === "year" ? t("upkeep.whole_year", { year: from.slice(0, 4) }) : from.slice(0, 7));

const record: Listing<never>["record"] = {
  key: "read",
  ask: ({ room }) => ({
    ...question("read", t("upkeep.limits", { ...celsius, damp: humidity.least, dampest: humidity.most }), [
      { key: "room", label: "field.room", value: room, required: true },
      { key: "at", label: "field.at", kind: "moment", value: now(), required: true },
      { key: "celsius", label: "upkeep.celsius", kind: "number", signed: true, required: true },
      { key: "humidity", label: "upkeep.humidity", kind: "number", required: true },
      { key: "measure", label: "field.measure", kind: "area" },
    ], (body) => post("/climate/readings", body)),
    done: (answer) => t((answer as Schemas["climate_reading"]).out_of_limits ? "upkeep.read_alarm" : "upkeep.read_done"),
  }),
};

export const climate: Listing<Period> = {
  action: "inspect",
  source: ({ room, year }) => async (_after, _limit, signal) => {
    if (!room) return { rows: [], next: "" };
    const answer = await get<Schemas["climate_summary"]>(path`/climate/${room}/summary`, { year }, signal);
    const months = answer.months.filter(({ readings, missing }) => readings > 0 || missing > 0);
    const daysOf = ({ from, until }: Schemas["climate_period"]) => answer.missing.filter(({ day }) => day >= from && day <= until);
    const rows = [answer.year, ...months].map((period, i) => ({ ...period, of: i === 0 ? ("year" as const) : ("month" as const), days: i === 0 ? [] : daysOf(period) }));
    return { rows: months.length > 0 ? rows : [], next: "" };
  },
  key: ({ of, from }) => (of === "year" ? from.slice(0, 4) : from.slice(0, 7)),
  name: nameOf,
  state: ({ out_of_limits: out, missing }) => (out > 0 ? "out_of_limits" : missing > 0 ? "readings_missing" : "sound"),
  columns: [
    { key: "period", label: "upkeep.period", value: nameOf, width: 120, narrow: "title" },
    { key: "celsius", label: "upkeep.celsius", value: (row) => words(row.celsius, row.readings), width: 140, grow: 1, narrow: "meta", look: (row) => look(row.celsius, celsius, row.readings) },
    { key: "humidity", label: "upkeep.humidity", value: (row) => words(row.humidity, row.readings), width: 140, grow: 1, narrow: "meta", look: (row) => look(row.humidity, humidity, row.readings) },
    { key: "out", label: "upkeep.out_of_limits", value: (row) => row.out_of_limits, width: 110, align: "right", look: (row) => (row.out_of_limits > 0 ? "bad" : "") },
    { key: "readings", label: "upkeep.readings", value: (row) => row.readings, width: 90, align: "right" },
    { key: "missing", label: "upkeep.missing", value: (row) => row.missing, width: 110, align: "right" },
  ],
  facts: (row) => [
    { label: "upkeep.celsius", value: words(row.celsius, row.readings) },
    { label: "upkeep.humidity", value: words(row.humidity, row.readings) },
    { label: "upkeep.readings", value: row.readings },
    { label: "upkeep.out_of_limits", value: row.out_of_limits },
    { label: "upkeep.missing", value: row.missing },
    { label: "upkeep.celsius_change", value: change(row.celsius_change) },
    { label: "upkeep.humidity_change", value: change(row.humidity_change) },
  ],
  told: ({ days }) => days.map(({ day, missing }) => ({ key: day, when: day, words: t("upkeep.missing_on", { count: missing }) })),
  steps: [],
  record,
};

export const alarms: Listing<Alarm> = {
  action: "inspect",
  source: ({ room }) => pagesOf<Alarm>("/climate/alarms", "alarms", () => ({ room })),
  key: ({ id }) => String(id),
  name: ({ room, at }) => `${room} · ${at}`,
  state: () => "out_of_limits",
  columns: [
    { key: "room", label: "field.room", value: ({ room }) => room, width: 80, code: true, narrow: "title" },
    { key: "at", label: "field.at", value: ({ at }) => at, width: 140, narrow: "meta" },
    { key: "celsius", label: "upkeep.celsius", value: (row) => row.celsius, width: 100, align: "right", narrow: "meta", look: (row) => look(row.celsius, celsius) },
    { key: "humidity", label: "upkeep.humidity", value: (row) => row.humidity, width: 100, align: "right", narrow: "meta", look: (row) => look(row.humidity, humidity) },
    { key: "measure", label: "field.measure", value: ({ measure }) => measure, width: 140, grow: 1 },
    { key: "person", label: "field.person", value: ({ measured_by: by }) => by, width: 90 },
  ],
  facts: (row) => [
    { label: "field.room", value: row.room, code: true, to: { name: "upkeep", query: { tab: "climate", room: row.room, year: row.at.slice(0, 4) } } },
    { label: "field.at", value: row.at },
    { label: "upkeep.celsius", value: row.celsius },
    { label: "upkeep.humidity", value: row.humidity },
    { label: "field.measure", value: row.measure },
    { label: "field.person", value: row.measured_by },
  ],
  steps: [],
  record,
};
