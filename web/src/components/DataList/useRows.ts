// The rows read so far; more are read as the end comes near.
import { computed, ref, shallowRef, triggerRef } from "vue";
import type { Source } from "@/api/pages";
import { problemText } from "@/api/problem";

const firstPage = 200; // seen soon
const laterPage = 1000; // few questions for a long way

export function useRows<Row>(source: () => Source<Row>) {
  const rows = shallowRef<Row[]>([]);
  const next = ref("");
  const ended = ref(false);
  const busy = ref(false);
  const problem = ref("");
  let reading: AbortController | undefined;

  async function more() {
    if (busy.value || ended.value) return;
    const mine = (reading = new AbortController());
    busy.value = true;
    problem.value = "";
    try {
      const page = await source()(next.value, rows.value.length === 0 ? firstPage : laterPage, mine.signal);
      if (mine.signal.aborted) return;
      for (const row of page.rows) rows.value.push(row);
      triggerRef(rows);
      next.value = page.next;
      ended.value = page.next === "";
    } catch (error) {
      if (!mine.signal.aborted) problem.value = problemText(error);
    } finally {
      if (reading === mine) busy.value = false;
    }
  }

  async function reload() {
    reading?.abort();
    busy.value = false;
    rows.value = [];
    next.value = "";
    ended.value = false;
    await more();
  }

  // To the end, for an export; stops where a page fails.
  async function readAll() {
    while (!ended.value && problem.value === "") await more();
  }

  return { rows, busy, problem, ended: computed(() => ended.value), more, reload, readAll };
}
