// The drafts on the table and what is done with their pages; each step is an arrangement of the server, the latest of them can be undone first.
import { computed, reactive, ref } from "vue";
import { get, path, post } from "@/api/client";
import { problemText } from "@/api/problem";
import type { Hit, ItemRecord, PageInfo } from "@/api/records";
import { useAction } from "@/composables/useAction";
import { t } from "@/i18n";
import { moved, written } from "./order";

export interface Draft {
  item: ItemRecord;
  pages: PageInfo[];
  chosen: number[];
  version: number; // another one: its pictures may be others
}
interface Arrangement {
  id: number;
  kind: string;
  kept: string[];
  made: string[];
  absorbed: string[];
}
const atOnce = 12;

async function draftOf(number: string, version = 0): Promise<Draft> {
  const [item, { pages }] = await Promise.all([get<ItemRecord>(path`/items/${number}`), get<{ pages: PageInfo[] }>(path`/items/${number}/pages`)]);
  return { item, pages, chosen: [], version };
}

interface Asked {
  q: string; // words of the drafts' titles, customers, files
  items: string; // or these drafts alone, by their numbers
}

// Where the next ones begin; 0: there are none. Words are searched for, which not everybody may who sorts: without any, drafts are listed.
async function numbersOf({ q, items }: Asked, from: number): Promise<{ numbers: string[]; next: number }> {
  const named = items.split(",").filter(Boolean);
  if (named.length > 0) return { numbers: named.slice(from, from + atOnce), next: from + atOnce < named.length ? from + atOnce : 0 };
  if (q === "") {
    const listed = await get<{ items: ItemRecord[]; next: number }>("/items", { state: "draft", limit: atOnce, after: from });
    return { numbers: listed.items.map(({ number }) => number), next: listed.items.length < atOnce ? 0 : listed.next };
  }
  const found = await get<{ total: number; hits: Hit[] }>("/search", { q: `state:draft ${q}`, sort: "oldest", limit: atOnce, offset: from });
  return { numbers: found.hits.map(({ number }) => number), next: from + atOnce < found.total ? from + atOnce : 0 };
}

export function useBinder(asked: Asked) {
  const drafts = reactive<Draft[]>([]);
  const next = ref(0);
  const problem = ref("");
  const loading = ref(false);
  const done = reactive<Arrangement[]>([]);
  const { busy, act } = useAction();
  const indexOf = (number: string) => drafts.findIndex(({ item }) => item.number === number);

  async function load(more = false) {
    loading.value = true;
    problem.value = "";
    const offset = more ? drafts.length : 0;
    try {
      const listed = await numbersOf(asked, more ? next.value : 0);
      drafts.splice(offset, drafts.length, ...(await Promise.all(listed.numbers.map((number) => draftOf(number)))));
      next.value = listed.next;
    } catch (error) {
      problem.value = problemText(error);
    } finally {
      loading.value = false;
    }
  }

  // What an arrangement left, made and took away, in the place where it was.
  async function apply(kept: string[], made: string[], gone: string[]) {
    const fresh = await Promise.all([...kept, ...made].map((number) => draftOf(number, (drafts[indexOf(number)]?.version ?? 0) + 1)));
    for (const number of gone) if (indexOf(number) >= 0) drafts.splice(indexOf(number), 1);
    let at = -1;
    for (const draft of fresh) {
      const there = indexOf(draft.item.number);
      if (there >= 0) drafts[there] = draft;
      else drafts.splice(at + 1, 0, draft);
      at = indexOf(draft.item.number);
    }
  }
  async function arrange(work: () => Promise<Arrangement>, words: string) {
    await act(async () => {
      const arrangement = await work();
      done.push(arrangement);
      await apply(arrangement.kept, arrangement.made, arrangement.absorbed);
    }, words);
  }

  const split = ({ item }: Draft, page: number) => arrange(() => post(path`/items/${item.number}/split`, { page }), t("binder.split_done"));
  const rotate = ({ item }: Draft, pages: readonly number[], degrees: number) =>
    arrange(() => post(path`/items/${item.number}/rotation`, { pages: written([...pages].sort((a, b) => a - b)), degrees }), t("binder.rotate_done", { count: pages.length }));
  async function move(draft: Draft, page: number, to: number) {
    if (to === page || to < 1 || to > draft.pages.length) return;
    await arrange(() => post(path`/items/${draft.item.number}/order`, { pages: written(moved(draft.pages.length, page, to)) }), t("binder.order_done"));
  }
  async function mergeUp(index: number) {
    const [above, below] = [drafts[index - 1], drafts[index]];
    if (above && below) await arrange(() => post("/arrangements", { numbers: [above.item.number, below.item.number] }), t("binder.merge_done"));
  }
  async function undo() {
    const last = done.at(-1);
    if (!last) return;
    await act(async () => {
      const undone = await post<Arrangement>(path`/arrangements/${last.id}/undo`);
      done.pop();
      await apply(undone.kept, undone.absorbed, undone.made);
    }, t("binder.undone", { what: t(`arranged.${last.kind}`) }));
  }
  const canUndo = computed(() => done.length > 0);
  const hasMore = computed(() => next.value > 0);
  return { drafts, problem, loading, busy, canUndo, hasMore, load, split, rotate, move, mergeUp, undo };
}
