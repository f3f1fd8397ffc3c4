// The customer of the address: the record, and its items as far as they are shown at once.
import { computed, ref, shallowRef, watch } from "vue";
import { useRoute } from "vue-router";
import { get, path } from "@/api/client";
import { problemText } from "@/api/problem";
import type { CustomerRecord, Member } from "@/api/records";

const most = 2000;
const pageSize = 500;

export function useCustomer() {
  const route = useRoute();
  const number = computed(() => String(route.params.number ?? ""));
  const customer = shallowRef<CustomerRecord>();
  const items = shallowRef<Member[]>([]);
  const partial = ref(false);
  const problem = ref("");

  async function readItems(asked: string) {
    const all: Member[] = [];
    let after: number | string = "";
    partial.value = false;
    for (;;) {
      const page: { items: Member[]; next: number } = await get("/items", { customer: asked, limit: pageSize, after });
      all.push(...page.items);
      if (page.items.length < pageSize || all.length >= most) break;
      after = page.next;
    }
    if (asked !== number.value) return;
    partial.value = all.length >= most;
    items.value = all;
  }
  async function load() {
    problem.value = "";
    const asked = number.value;
    try {
      const record = await get<CustomerRecord>(path`/customers/${asked}`);
      if (asked !== number.value) return;
      customer.value = record;
      await readItems(asked);
    } catch (error) {
      problem.value = problemText(error);
    }
  }
  watch(number, (now) => now && void load(), { immediate: true });
  return { number, customer, items, partial, problem, load };
}
