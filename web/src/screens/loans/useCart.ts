// The volumes that somebody wants to borrow, with what of them can be read without the paper.
import { computed, reactive, ref } from "vue";
import { get, path, post } from "@/api/client";
import { Problem } from "@/api/problem";
import type { Member, Volume } from "@/api/records";

export interface Wanted {
  volume: Volume;
  readable: Member[];
}
type Shown = Volume & { kind: string; members?: Member[]; paper?: { volume?: string } };

const wanted = reactive<Wanted[]>([]);

// Whoever may not see catalogues may ask for a volume all the same, by the number on its spine; the archive knows whether there is one.
async function recordOf(code: string): Promise<Shown> {
  try {
    return await get<Shown>(path`/records/${code}`);
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 403 && error.status !== 404)) throw error;
    return { kind: "volume", volume: code, title: "", state: "" } as Shown;
  }
}

export function useCart() {
  const problem = ref("");
  async function add(code: string) {
    const trimmed = code.trim();
    if (!trimmed) return;
    const found = await recordOf(trimmed);
    const number = found.kind === "item" ? (found.paper?.volume ?? "") : found.volume;
    if (wanted.some(({ volume }) => volume.volume === number)) return;
    const volume = found.kind === "item" ? await get<Shown>(path`/volumes/${number}`) : found;
    wanted.push({ volume, readable: (volume.members ?? []).filter(({ electronic }) => electronic?.exists) });
  }
  const takeOut = (volume: string) => void wanted.splice(wanted.findIndex((each) => each.volume.volume === volume), 1);
  // One after the other: those that are asked for leave the cart, so that a refusal of one repeats none.
  async function send(reason: string, due: string, department: string): Promise<number> {
    let sent = 0;
    while (wanted.length > 0) {
      const { volume } = wanted[0]!;
      await post("/loans", { volume: volume.volume, reason, due, paper: true, ...(department ? { department } : {}) });
      takeOut(volume.volume);
      ++sent;
    }
    return sent;
  }
  const anyReadable = computed(() => wanted.some(({ readable }) => readable.length > 0));
  return { wanted, add, takeOut, send, problem, anyReadable };
}
