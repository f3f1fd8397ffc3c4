// Which columns are shown; the browser remembers it for each list.
import { computed, ref } from "vue";
import { recall, recallList, remember } from "@/stores/memory";
import type { Column } from "./types";

export function useColumns<Row>(list: string, columns: () => readonly Column<Row>[]) {
  const key = `columns.${list}`;
  const known = recall(key) !== null;
  const shownKeys = ref<string[]>(known ? recallList(key) : []);
  const byDefault = computed(() => columns().filter((column) => !column.hidden).map((column) => column.key));
  const chosen = ref(known);

  const keys = computed({
    get: () => (chosen.value ? shownKeys.value : byDefault.value),
    set: (now: string[]) => {
      chosen.value = true;
      shownKeys.value = now;
      remember(key, JSON.stringify(now));
    },
  });
  const shown = computed(() => columns().filter((column) => keys.value.includes(column.key)));
  const template = computed(() =>
    shown.value.map(({ width = 110, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(" "),
  );
  const leastWidth = computed(() => shown.value.reduce((sum, { width = 110 }) => sum + width, 0));
  return { keys, shown, template, leastWidth };
}
