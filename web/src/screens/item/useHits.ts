// Where the words asked for stand in the item: on which pages, and the boxes on the page in view; from one to the next.
import { computed, ref, shallowRef, watch, type Ref } from "vue";
import { get, path } from "@/api/client";
import type { PageWords, WordBoxes } from "@/api/records";
import { boxesOfHits, countHits, termsOf } from "@/lib/hits";

export interface PageHits {
  page: number;
  hits: number;
}
interface Text {
  pages: { page: number; text: string }[];
}

export function useHits(number: Ref<string>, question: () => string, page: Ref<number>, readable: () => boolean) {
  const pagesWithHits = shallowRef<PageHits[]>([]);
  const boxes = shallowRef<WordBoxes>();
  const current = ref(-1);
  let wanted: "first" | "last" = "first";

  const before = computed(() => pagesWithHits.value.filter((each) => each.page < page.value).reduce((sum, { hits }) => sum + hits, 0));
  const all = computed(() => pagesWithHits.value.reduce((sum, { hits }) => sum + hits, 0));
  const at = computed(() => (current.value < 0 ? 0 : before.value + current.value + 1));

  watch(
    [number, question, readable],
    async ([item, q]) => {
      pagesWithHits.value = [];
      const terms = termsOf(q);
      if (!item || terms.length === 0 || !readable()) return;
      const text = await get<Text>(path`/items/${item}/text`).catch(() => ({ pages: [] }));
      if (question() !== q || number.value !== item) return;
      pagesWithHits.value = text.pages.map((each) => ({ page: each.page, hits: countHits(each.text, terms) })).filter(({ hits }) => hits > 0);
    },
    { immediate: true },
  );

  watch(
    [number, question, page, readable],
    async ([item, q, which]) => {
      boxes.value = undefined;
      current.value = -1;
      const terms = termsOf(q);
      if (!item || terms.length === 0 || !readable()) return;
      // A page that was not recognised has no words with places.
      const found = await get<PageWords>(path`/items/${item}/pages/${which}/words`).catch(() => undefined);
      if (!found || page.value !== which || question() !== q || number.value !== item) return;
      boxes.value = { width: found.width, height: found.height, words: boxesOfHits(found.words, terms) };
      if (boxes.value.words.length > 0) current.value = wanted === "first" ? 0 : boxes.value.words.length - 1;
      wanted = "first";
    },
    { immediate: true },
  );

  function go(by: 1 | -1) {
    const next = current.value + by;
    if (boxes.value && next >= 0 && next < boxes.value.words.length) {
      current.value = next;
      return;
    }
    const others = pagesWithHits.value.map((each) => each.page);
    const further = by > 0 ? others.find((each) => each > page.value) : others.filter((each) => each < page.value).at(-1);
    if (further === undefined) return;
    wanted = by > 0 ? "first" : "last";
    page.value = further;
  }
  return { boxes, current, at, all, pagesWithHits, go };
}
