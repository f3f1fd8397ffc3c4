// The keyboard of the whole application: whoever is on the screen says which keys it knows, and `?` lists them.
import { computed, onScopeDispose, shallowReactive } from "vue";

export interface Key {
  keys: string; // "j", "Enter", "Ctrl+S", "Shift+ArrowDown"
  label: string; // the key of its words
  run: (event: KeyboardEvent) => void;
  typing?: boolean; // works while somebody writes into a field as well
  when?: () => boolean;
}

const layers = shallowReactive<Key[][]>([]);
export const keysInForce = computed(() => layers.flat());

export const nameOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const letter = /^[a-z0-9]$/.test(key) || event.key.length > 1 || event.key === " ";
  const named = event.key === " " ? "Space" : key;
  return (
    (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.shiftKey && letter ? "Shift+" : "") +
    (letter && named.length === 1 && (event.ctrlKey || event.metaKey || event.shiftKey) ? named.toUpperCase() : named)
  );
};

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)));

// Enter and Space on a button or a link are the browser's own.
const isPressing = (event: KeyboardEvent): boolean =>
  (event.key === "Enter" || event.key === " ") &&
  event.target instanceof HTMLElement && event.target.closest("button, a[href], [role=button], [role=menuitem], [role=tab]") !== null;

const dialogOpen = (): boolean => document.querySelector(".el-overlay:not([style*='display: none']) [role=dialog]") !== null;

function listen(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const name = nameOf(event);
  const typing = isTyping(event.target);
  if (isPressing(event)) return;
  if (dialogOpen() && !(event.target instanceof HTMLElement && event.target.closest("[role=dialog]"))) return;
  for (let layer = layers.length - 1; layer >= 0; --layer) {
    const key = layers[layer]?.find((each) => each.keys === name && (!typing || each.typing) && (each.when?.() ?? true));
    if (!key) continue;
    event.preventDefault();
    key.run(event);
    return;
  }
}

window.addEventListener("keydown", listen);

// While the component that calls this is there; the latest has precedence.
export function useKeys(keys: Key[]) {
  layers.push(keys);
  onScopeDispose(() => layers.splice(layers.indexOf(keys), 1));
}
