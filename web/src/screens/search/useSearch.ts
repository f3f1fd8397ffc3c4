// The question in the address and its answers, read on in pages.
import { computed, ref, shallowRef, watch } from "vue";
import { get } from "@/api/client";
import { problemText } from "@/api/problem";
import type { Hit, SearchAnswer } from "@/api/records";
import { useUrlState } from "@/composables/useUrlState";
import { question, readFilters, toggled, writeFilters, type Filter } from "./filters";

const pageSize = 20;
const facetValues = 8;

export function useSearch() {
  const state = useUrlState({ q: "", f: "", sort: "relevance" });
  const filters = computed(() => readFilters(state.f));
  const asked = computed(() => question(state.q, filters.value));
  const answer = shallowRef<SearchAnswer>();
  const hits = shallowRef<Hit[]>([]);
  const busy = ref(false);
  const problem = ref("");
  let turn = 0;

  async function read(offset: number) {
    const mine = ++turn;
    busy.value = true;
    problem.value = "";
    try {
      const got = await get<SearchAnswer>("/search", {
        q: asked.value, sort: state.sort, offset, limit: pageSize, facets: offset === 0 ? facetValues : undefined,
      });
      if (mine !== turn) return;
      if (offset === 0) answer.value = got;
      hits.value = offset === 0 ? got.hits : [...hits.value, ...got.hits];
    } catch (error) {
      if (mine === turn) problem.value = problemText(error);
    } finally {
      if (mine === turn) busy.value = false;
    }
  }

  function ask() {
    if (asked.value === "") {
      ++turn;
      answer.value = undefined;
      hits.value = [];
      return;
    }
    void read(0);
  }
  watch([asked, () => state.sort], ask, { immediate: true });

  const more = () => read(hits.value.length);
  const hasMore = computed(() => answer.value !== undefined && hits.value.length < answer.value.total && hits.value.length % pageSize === 0);
  const toggle = (filter: Filter) => (state.f = writeFilters(toggled(filters.value, filter)));
  return { state, filters, asked, answer, hits, busy, problem, ask, more, hasMore, toggle };
}
