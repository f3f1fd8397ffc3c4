// The item of the address: its record, its pages, and the one that is looked at.
import { computed, ref, shallowRef, watch } from "vue";
import { useRoute } from "vue-router";
import { get, path } from "@/api/client";
import { Problem, problemText } from "@/api/problem";
import type { ItemRecord, PageInfo } from "@/api/records";
import { useUrlState } from "@/composables/useUrlState";

export function useItem() {
  const route = useRoute();
  const state = useUrlState({ page: "1", tab: "catalogue", q: "", show: "picture" });
  const number = computed(() => String(route.params.number ?? ""));
  const item = shallowRef<ItemRecord>();
  const pages = shallowRef<PageInfo[]>([]);
  const problem = ref("");
  const unreadable = ref("");

  const page = computed({
    get: () => Math.max(1, Number.parseInt(state.page, 10) || 1),
    set: (to: number) => (state.page = String(Math.max(1, Math.min(pages.value.length || 1, to)))),
  });

  async function load() {
    problem.value = unreadable.value = "";
    const asked = number.value;
    try {
      const record = await get<ItemRecord>(path`/items/${asked}`);
      if (asked !== number.value) return;
      item.value = record;
    } catch (error) {
      item.value = undefined;
      problem.value = problemText(error);
      return;
    }
    try {
      pages.value = (await get<{ pages: PageInfo[] }>(path`/items/${asked}/pages`)).pages;
    } catch (error) {
      pages.value = [];
      problem.value = problemText(error);
      return;
    }
    // One may know of an item without being allowed to read it.
    await get(path`/items/${asked}/text`, { page: page.value }).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 403) unreadable.value = problemText(error);
    });
  }
  watch(number, (now) => {
    pages.value = [];
    if (now) void load();
  }, { immediate: true });
  return { number, state, item, pages, page, problem, unreadable, load };
}
