// The customers whose names begin as what is being typed.
import { ref, shallowRef } from "vue";
import { get } from "@/api/client";

interface Suggestion {
  number: string;
  name: string;
  items: number;
}
const patience = 150; // milliseconds without a further letter
const most = 8;

export function useSuggestions() {
  const suggestions = shallowRef<Suggestion[]>([]);
  const chosen = ref(-1);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  function close() {
    ++turn;
    clearTimeout(timer);
    suggestions.value = [];
    chosen.value = -1;
  }
  function ask(text: string) {
    close();
    const beginning = text.trim();
    // A question of several words is no longer the beginning of a name.
    if (beginning === "" || /\s/.test(beginning)) return;
    const mine = turn;
    timer = setTimeout(() => {
      void get<{ customers: Suggestion[] }>("/suggestions", { beginning, limit: most }).then(
        ({ customers }) => mine === turn && (suggestions.value = customers),
        () => undefined, // What is offered is a help alone; the question can be asked without it.
      );
    }, patience);
  }
  function move(by: number) {
    const count = suggestions.value.length;
    if (count > 0) chosen.value = ((chosen.value + 1 + by + count + 1) % (count + 1)) - 1;
  }
  return { suggestions, chosen, ask, move, close };
}
