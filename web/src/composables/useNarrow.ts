// Whether the screen is as narrow as a phone's.
import { onScopeDispose, ref } from "vue";

export function useNarrow(width = 720) {
  const query = window.matchMedia(`(max-width: ${width}px)`);
  const narrow = ref(query.matches);
  const heard = (event: MediaQueryListEvent) => (narrow.value = event.matches);
  query.addEventListener("change", heard);
  onScopeDispose(() => query.removeEventListener("change", heard));
  return narrow;
}
