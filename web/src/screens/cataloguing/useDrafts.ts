// The drafts that wait, as rows that can be written into, each saved by itself.
import { computed, reactive, ref } from "vue";
import { change, get, path, post, read } from "@/api/client";
import { Problem, problemText } from "@/api/problem";
import type { ItemRecord } from "@/api/records";
import type { Field } from "./suggest";

export const fields = ["title", "document_number", "responsible", "date"] as const satisfies readonly Field[];
export type CellName = Field;
export interface Draft {
  item: ItemRecord;
  tag: string; // of the item as it was read
  cells: Record<CellName, string>;
  problem: string;
  busy: boolean;
}

const most = 50;
const cellsOf = ({ title, document_number, responsible, date }: ItemRecord): Record<CellName, string> => ({ title, document_number, responsible, date });
export const isDirty = (draft: Draft): boolean => fields.some((field) => draft.cells[field] !== draft.item[field]);
const realDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));

export function useDrafts(words: { wrongDate: () => string }) {
  const drafts = reactive<Draft[]>([]);
  const problem = ref("");
  const busy = ref(false);
  const row = ref(0);
  const active = computed(() => drafts[row.value]);

  async function load() {
    busy.value = true;
    problem.value = "";
    try {
      const answer = await get<{ items: ItemRecord[] }>("/items", { state: "draft", limit: most });
      const items = await Promise.all(answer.items.map(({ number }) => read<ItemRecord>(path`/items/${number}`)));
      drafts.splice(0, drafts.length, ...items.map(({ record: item, tag }) => ({ item, tag, cells: cellsOf(item), problem: "", busy: false })));
      row.value = 0;
    } catch (error) {
      problem.value = problemText(error);
    } finally {
      busy.value = false;
    }
  }

  function copyAbove(field: CellName) {
    const above = drafts[row.value - 1];
    if (above && active.value) active.value.cells[field] = above.cells[field];
  }
  function take(field: CellName, value: string) {
    if (active.value) active.value.cells[field] = value;
  }

  async function doing(draft: Draft, work: () => Promise<void>): Promise<boolean> {
    draft.busy = true;
    draft.problem = "";
    try {
      await work();
      return true;
    } catch (error) {
      draft.problem = problemText(error);
      return false;
    } finally {
      draft.busy = false;
    }
  }
  async function save(draft: Draft): Promise<boolean> {
    if (!isDirty(draft)) return true;
    if (draft.cells.date !== "" && !realDay(draft.cells.date)) {
      draft.problem = words.wrongDate();
      return false;
    }
    const changed = Object.fromEntries(fields.filter((field) => draft.cells[field] !== draft.item[field]).map((field) => [field, draft.cells[field]]));
    return doing(draft, async () => {
      draft.tag = await change(path`/items/${draft.item.number}/description`, changed, draft.tag);
      draft.item = { ...draft.item, ...draft.cells };
    });
  }
  // Saved, proofread (R9), and off the list.
  async function proofread(draft: Draft): Promise<boolean> {
    if (!(await save(draft))) return false;
    const done = await doing(draft, async () => {
      const answer = await post<{ refused: { message: string }[] }>(path`/items/${draft.item.number}/signatures`, { as: "proofread" });
      if (answer.refused[0]) throw new Problem(0, "", answer.refused[0].message);
    });
    if (!done) return false;
    drafts.splice(drafts.indexOf(draft), 1);
    row.value = Math.min(row.value, Math.max(0, drafts.length - 1));
    return true;
  }
  return { drafts, problem, busy, row, active, load, copyAbove, take, save, proofread };
}
