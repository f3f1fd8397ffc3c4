// The active row stands in the address under the list's name, so that a link, a reload and "back" find it again; the first one is not written.
import { onBeforeUnmount, watch } from "vue";
import { useAddress } from "@/composables/useUrlState";

interface Listing {
  name: string;
  main: boolean; // others have no row of their own in the address
  start: string | undefined; // where the address names none: "" is the first row, undefined is no row at all
  count: () => number; // of the rows read so far
  keyAt: (index: number) => string;
  isActive: () => boolean;
  ended: () => boolean;
  more: () => Promise<void>;
  go: (index: number) => void;
}
// A row that is not there any more is not looked for without end.
const farthest = 2000;

export function useRowOfAddress({ name, main, start, count, keyAt, isActive, ended, more, go }: Listing) {
  const { read, write } = useAddress();
  const nowhere = { [name]: "" };
  let wanted = (main && read(nowhere)[name]) || start;

  const placeOf = (key: string) => Array.from({ length: count() }, (_, index) => keyAt(index)).indexOf(key);
  watch(count, (known) => {
    if (known === 0 || isActive()) return;
    if (wanted === undefined) return void note(-1); // the row of another question
    const index = wanted ? placeOf(wanted) : 0;
    if (index < 0 && !ended() && known < farthest) return void more();
    wanted = start === undefined ? undefined : "";
    if (index >= 0 || start !== undefined) go(Math.max(0, index));
  }, { flush: "post" });

  // The next list of the screen has rows of its own.
  onBeforeUnmount(() => void note(-1));
  // Over when it is written: whoever leaves the screen then comes back to this row.
  async function note(index: number) {
    if (main) await write(nowhere, { [name]: index > 0 ? keyAt(index) : "" });
  }
  return note;
}
