// j k Enter Space Shift: the keys of a list. The screen's main list hears letters and Enter from anywhere, the others where nothing else needs them; other lists
// hear them while the focus is within.
import type { Ref } from "vue";
import { useKeys, type Key } from "@/composables/useKeys";

interface Doing {
  move: (by: number) => void;
  extend: (by: number) => void;
  open: () => void;
  toggle: () => void;
  all: () => void;
  clear: () => void;
  inSight: () => number;
  any: () => boolean; // anything chosen
  selectable: boolean;
}

export function useListKeys(root: Ref<HTMLElement | undefined>, main: boolean, doing: Doing) {
  const when = () => {
    const focus = document.activeElement;
    const within = root.value?.contains(focus) ?? false;
    return within || (main && (focus === document.body || focus === null || focus.id === "content" || focus.tagName === "A"));
  };
  const anywhere = () => when() || (main && !document.activeElement?.closest("[role=dialog], [role=menu], .el-popper"));
  // Not among the keys of a list whose rows cannot be chosen.
  const choosing: Key[] = [
    { keys: "Space", label: "list.key_toggle", when, run: () => doing.toggle() },
    { keys: "Shift+J", label: "list.key_extend_down", when: anywhere, run: () => doing.extend(1) },
    { keys: "Shift+ArrowDown", label: "list.key_extend_down", when, run: () => doing.extend(1) },
    { keys: "Shift+K", label: "list.key_extend_up", when: anywhere, run: () => doing.extend(-1) },
    { keys: "Shift+ArrowUp", label: "list.key_extend_up", when, run: () => doing.extend(-1) },
    { keys: "Ctrl+A", label: "list.key_all", when, run: () => doing.all() },
    { keys: "Escape", label: "list.key_clear", when: () => when() && doing.any(), run: () => doing.clear() },
  ];
  useKeys([
    { keys: "j", label: "list.key_next", when: anywhere, run: () => doing.move(1) },
    { keys: "ArrowDown", label: "list.key_next", when, run: () => doing.move(1) },
    { keys: "k", label: "list.key_previous", when: anywhere, run: () => doing.move(-1) },
    { keys: "ArrowUp", label: "list.key_previous", when, run: () => doing.move(-1) },
    { keys: "PageDown", label: "list.key_next", when, run: () => doing.move(doing.inSight()) },
    { keys: "PageUp", label: "list.key_previous", when, run: () => doing.move(-doing.inSight()) },
    { keys: "Home", label: "list.key_previous", when, run: () => doing.move(-Infinity) },
    { keys: "End", label: "list.key_next", when, run: () => doing.move(Infinity) },
    { keys: "Enter", label: "list.key_open", when: anywhere, run: () => doing.open() },
    ...(doing.selectable ? choosing : []),
  ]);
}
