// The question in the address and its answers, read on in pages.
import { computed, ref, shallowRef, watch } from "vue";
import { get } from "@/api/client";
import { problemText } from "@/api/problem";
import type { Hit, SearchAnswer } from "@/api/records";
import { useUrlState } from "@/composables/useUrlState";
import { question, readFilters, toggled, writeFilters, type Filter } from "./filters";

const pageSize = 20;
const facetValues = 8;
const mostAtOnce = 10; // pages, where one comes back to an answer far down
const pagesTo = (index: number): number => Math.min(mostAtOnce, Math.floor(Math.max(0, index) / pageSize) + 1);

export function useSearch() {
  const state = useUrlState({ q: "", f: "", sort: "relevance", at: "" });
  // The answer that one is at, so that "back" finds it again; -1 is none.
  const active = computed({ get: () => (state.at === "" ? -1 : Number.parseInt(state.at, 10) || 0), set: (to: number) => (state.at = to < 0 ? "" : String(to)) });
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
        q: asked.value, sort: state.sort, offset, limit: offset === 0 ? pageSize * pagesTo(active.value) : pageSize, facets: offset === 0 ? facetValues : undefined,
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
  const toggle = (filter: Filter) => Object.assign(state, { f: writeFilters(toggled(filters.value, filter)), at: "" });
  return { state, active, filters, asked, answer, hits, busy, problem, ask, more, hasMore, toggle };
}
