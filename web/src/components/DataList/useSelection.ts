// Which row is the active one and which are chosen, by key, so that a reload keeps them.
import { computed, ref, shallowRef } from "vue";

export function useSelection<Row>(rows: () => Row[], keyOf: (row: Row) => string) {
  const active = ref(-1);
  const chosen = shallowRef(new Set<string>());
  const anchor = ref(-1);

  const isChosen = (row: Row) => chosen.value.has(keyOf(row));
  const chosenRows = computed(() => (chosen.value.size === 0 ? [] : rows().filter(isChosen)));

  function choose(keys: Iterable<string>) {
    chosen.value = new Set(keys);
  }
  function toggle(index: number) {
    const row = rows()[index];
    if (!row) return;
    const keys = new Set(chosen.value);
    if (!keys.delete(keyOf(row))) keys.add(keyOf(row));
    choose(keys);
    anchor.value = index;
  }
  // From the row where the choosing began to this one.
  function extend(index: number) {
    if (anchor.value < 0) anchor.value = active.value < 0 ? index : active.value;
    const [from, to] = anchor.value < index ? [anchor.value, index] : [index, anchor.value];
    choose(rows().slice(from, to + 1).map(keyOf));
    active.value = index;
  }
  const chooseAll = () => choose(rows().map(keyOf));
  function clear() {
    choose([]);
    anchor.value = -1;
  }
  function go(index: number) {
    active.value = Math.max(0, Math.min(rows().length - 1, index));
  }
  return { active, chosen, chosenRows, isChosen, toggle, extend, chooseAll, clear, go };
}
