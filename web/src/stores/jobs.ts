// Long work that goes on in the server: its progress as it comes (SSE), asked for every few seconds where that does not get through.
import { computed, reactive } from "vue";
import { address, get, remove } from "@/api/client";
import { Problem } from "@/api/problem";
import { wordFor } from "@/i18n";

export interface Job {
  id: number;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled" | "interrupted";
  progress: { stage: string; done: number; total: number; subject: string };
  result?: Record<string, unknown> | null;
  error?: { code: string; message: string; remedy: string } | null;
  created_at: string;
}

const pollEvery = 4000;
const byId = reactive(new Map<number, Job>());
const waiting = new Map<number, ((job: Job) => void)[]>();
let stream: EventSource | undefined;
let timer: ReturnType<typeof setInterval> | undefined;

// A job is called by its command: "dispose execute".
export const jobName = (kind: string): string => wordFor("job", kind.replaceAll(" ", "_"));
export const isOver = (job: Job): boolean => job.state !== "waiting" && job.state !== "running";
export const jobs = computed(() => [...byId.values()].sort((a, b) => b.created_at.localeCompare(a.created_at)));
// Where what it has made can be fetched: the package of a transfer, the certificate of a destruction.
export const madeFile = (job: Job): string => String((job.state === "done" && (job.result?.out ?? job.result?.certificate)) || "");
export const running = computed(() => jobs.value.filter((job) => !isOver(job)));

export function noteJob(job: Job) {
  byId.set(job.id, job);
  if (!isOver(job)) return;
  waiting.get(job.id)?.forEach((tell) => tell(job));
  waiting.delete(job.id);
}

export function jobOver(job: Job): Promise<Job> {
  noteJob(job);
  const known = byId.get(job.id);
  if (known && isOver(known)) return Promise.resolve(known);
  return new Promise((tell) => waiting.set(job.id, [...(waiting.get(job.id) ?? []), tell]));
}

// The same, and what went wrong with it as a failure of the one who asked.
export async function jobDone(job: Job): Promise<Job> {
  const over = await jobOver(job);
  if (over.error) throw new Problem(0, over.error.code, over.error.message, over.error.remedy);
  return over;
}

export const cancelJob = async (id: number) => noteJob(await remove<Job>(`/jobs/${id}`));
export const forgetJob = (id: number) => void byId.delete(id);

async function poll() {
  const answer = await get<{ jobs: Job[] }>("/jobs").catch(() => undefined);
  answer?.jobs.forEach(noteJob);
}

function pollInstead() {
  timer ??= setInterval(() => void poll(), pollEvery);
}

export function followJobs() {
  void poll();
  if (stream) return;
  stream = new EventSource(address("/events"));
  stream.addEventListener("open", () => {
    clearInterval(timer);
    timer = undefined;
  });
  const heard = (event: MessageEvent<string>) => noteJob(JSON.parse(event.data) as Job);
  stream.addEventListener("job", heard);
  stream.addEventListener("message", heard);
  stream.addEventListener("error", pollInstead);
}

export function stopFollowing() {
  stream?.close();
  stream = undefined;
  clearInterval(timer);
  timer = undefined;
  byId.clear();
}
