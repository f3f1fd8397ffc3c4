// Of a long list only the rows in sight are in the page; the others are a height.
import { computed, onBeforeUnmount, ref, watch, type Ref } from "vue";

const beyond = 8; // rows drawn above and below what is seen

export function useWindow(scroller: Ref<HTMLElement | undefined>, count: () => number, rowHeight: () => number) {
  const top = ref(0);
  const height = ref(600);
  const first = computed(() => Math.max(0, Math.floor(top.value / rowHeight()) - beyond));
  const last = computed(() => Math.min(count(), Math.ceil((top.value + height.value) / rowHeight()) + beyond));
  const inSight = computed(() => Math.max(1, Math.floor(height.value / rowHeight()) - 1));

  const observer = new ResizeObserver(([entry]) => (height.value = entry?.contentRect.height || 600));
  watch(scroller, (now, before) => {
    if (before) observer.unobserve(before);
    if (now) observer.observe(now);
  });
  onBeforeUnmount(() => observer.disconnect());

  const onScroll = () => (top.value = scroller.value?.scrollTop ?? 0);

  function show(index: number, headerHeight: number) {
    const at = scroller.value;
    if (!at) return;
    const from = index * rowHeight();
    const room = at.clientHeight - headerHeight;
    if (from < at.scrollTop) at.scrollTop = from;
    else if (from + rowHeight() > at.scrollTop + room) at.scrollTop = from + rowHeight() - room;
  }
  return { first, last, inSight, onScroll, show };
}
