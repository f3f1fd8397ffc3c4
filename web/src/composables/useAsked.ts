// An answer of the server with its three states: asked for, there, failed. A later question makes an earlier one's answer void.
import { ref, shallowRef, type Ref, type ShallowRef } from "vue";
import { problemText } from "@/api/problem";

export interface Asked<T> {
  answer: ShallowRef<T | undefined>;
  problem: Ref<string>;
  busy: Ref<boolean>;
  ask: () => Promise<void>;
}

export function useAsked<T>(question: () => Promise<T>): Asked<T> {
  const answer = shallowRef<T>();
  const problem = ref("");
  const busy = ref(false);
  let turn = 0;
  async function ask() {
    const mine = ++turn;
    busy.value = true;
    try {
      const got = await question();
      if (mine !== turn) return;
      answer.value = got;
      problem.value = "";
    } catch (error) {
      if (mine === turn) problem.value = problemText(error);
    } finally {
      if (mine === turn) busy.value = false;
    }
  }
  return { answer, problem, busy, ask };
}
