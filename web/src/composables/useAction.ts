// Something that somebody does by a button: busy while it goes on, a word when it is done, the reason and the remedy when not.
import { ref } from "vue";
import { problemText } from "@/api/problem";
import { sayDone, sayProblem } from "@/composables/notices";

export function useAction() {
  const busy = ref(false);
  async function act<T>(work: () => Promise<T>, done?: string | ((answer: T) => string)): Promise<T | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    try {
      const answer = await work();
      const words = typeof done === "function" ? done(answer) : done;
      if (words) sayDone(words);
      return answer;
    } catch (error) {
      sayProblem(problemText(error));
      return undefined;
    } finally {
      busy.value = false;
    }
  }
  return { busy, act };
}
