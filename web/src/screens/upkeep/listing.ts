// What the screen needs of each of its lists: where it is read, what it shows, what can be done with a row and what begins a new one.
import type { Source } from "@/api/pages";
import type { Column } from "@/components/DataList/types";
import type { Fact } from "@/components/Facts.vue";
import type { Field, Question } from "@/components/Questions/types";
import { t } from "@/i18n";

// As it stands in the address; a list takes of it what it knows.
export interface Choice {
  list: string;
  volume: string;
  room: string;
  year: string;
}
export interface Step<Row> {
  key: string;
  when: (row: Row) => boolean;
  ask: (row: Row) => Question;
}
export interface Listing<Row> {
  action: string; // that it takes
  source: (choice: Choice) => Source<Row>;
  key: (row: Row) => string;
  name: (row: Row) => string;
  state: (row: Row) => string; // a word of upkeep_state
  columns: readonly Column<Row>[];
  facts: (row: Row) => Fact[];
  told?: (row: Row) => readonly { key: string; when: string; words: string; number?: string }[]; // one after the other
  steps: readonly Step<Row>[];
  record: { key: string; ask: (choice: Choice) => Question };
}

export const treatment: Field = { key: "treatment", label: "upkeep.treatment", kind: "area", required: true };
export const question = (key: string, name: string, fields: readonly Field[], send: Question["send"]): Question => ({
  title: t(`upkeep.${key}_title`), note: name, fields, send, done: t(`upkeep.${key}_done`),
});
