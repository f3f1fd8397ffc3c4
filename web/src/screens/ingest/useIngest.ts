// Files on their way into the archive: digested here, known ones shown before anything is sent, uploads that go on where they broke off, then one job.
import { computed, onScopeDispose, reactive, ref } from "vue";
import { path, post, send } from "@/api/client";
import { problemText, withRemedy } from "@/api/problem";
import { jobOver, type Job } from "@/stores/jobs";
import { digester } from "./digests";
import type { Given } from "./dropped";
import { pieces } from "./pieces";

export type State = "waiting" | "reading" | "new" | "known" | "twice" | "sending" | "sent" | "draft" | "duplicate" | "quarantined" | "failed";
export interface Row {
  path: string;
  file: File;
  state: State;
  sha256: string;
  sent: number; // bytes
  number: string; // of the item that has these bytes, or that came of them
  words: string;
}
interface Known {
  files: { sha256: string; number: string; title: string; received: number; complete: boolean }[];
}
interface Ingested {
  files: { path: string; outcome: "draft" | "duplicate" | "quarantined"; number: string; message: string }[];
}

const asked = 500; // digests of one question

export function useIngest() {
  const rows = ref<Row[]>([]);
  const stage = ref<"choose" | "reading" | "ready" | "sending" | "working" | "done">("choose");
  const job = ref<Job>();
  const problem = ref("");
  const { sha256Of, stop } = digester();
  onScopeDispose(stop);
  const sendable = computed(() => rows.value.filter(({ state }) => state === "new" || state === "sent" || state === "failed"));
  const progress = computed(() => {
    const whole = rows.value.filter(({ state }) => ["new", "sending", "sent", "failed"].includes(state));
    const size = whole.reduce((sum, { file }) => sum + file.size, 0);
    return size === 0 ? 0 : Math.round((100 * whole.reduce((sum, { sent }) => sum + sent, 0)) / size);
  });

  async function add(given: Given[]) {
    const there = new Set(rows.value.map((row) => row.path));
    const fresh = given.filter((each) => !there.has(each.path)).map(({ file, path: name }) => ({ path: name, file, state: "waiting", sha256: "", sent: 0, number: "", words: "" }) as Row);
    if (fresh.length === 0) return;
    rows.value.push(...fresh);
    stage.value = "reading";
    for (const row of rows.value.filter(({ state }) => state === "waiting")) await digest(row);
    await compare();
    stage.value = "ready";
  }
  async function digest(row: Row) {
    row.state = "reading";
    try {
      row.sha256 = await sha256Of(row.file);
      const twin = rows.value.find((other) => other !== row && other.sha256 === row.sha256 && other.state !== "twice");
      row.state = twin ? "twice" : "new";
      row.words = twin?.path ?? "";
    } catch (error) {
      row.state = "failed";
      row.words = problemText(error);
    }
  }
  async function compare() {
    const open = rows.value.filter(({ state }) => state === "new");
    try {
      for (const [from, to] of pieces(0, open.length, asked)) {
        const answer = await post<Known>("/uploads/known", { sha256: open.slice(from, to).map(({ sha256 }) => sha256) });
        for (const known of answer.files) mark(open.find(({ sha256 }) => sha256 === known.sha256), known);
      }
    } catch (error) {
      problem.value = problemText(error);
    }
  }
  function mark(row: Row | undefined, known: Known["files"][number]) {
    if (!row) return;
    row.sent = known.complete ? row.file.size : known.received;
    if (!known.number) return;
    row.state = "known";
    row.number = known.number;
    row.words = known.title;
  }

  async function upload(row: Row) {
    row.state = "sending";
    try {
      for (const [from, to] of pieces(row.sent, row.file.size)) {
        await send("PUT", path`/uploads/${row.sha256}`, { body: row.file.slice(from, to), headers: { "Content-Type": "application/octet-stream", "Upload-Offset": String(from), "Upload-Length": String(row.file.size) } });
        row.sent = to;
      }
      row.state = "sent";
    } catch (error) {
      row.state = "failed";
      row.words = problemText(error);
    }
  }
  async function commit(fields: Record<string, unknown>) {
    problem.value = "";
    stage.value = "sending";
    for (const row of sendable.value.filter(({ state }) => state !== "sent")) await upload(row);
    const files = rows.value.filter(({ state }) => state === "sent").map(({ sha256, path: name }) => ({ sha256, path: name }));
    if (files.length === 0 || rows.value.some(({ state }) => state === "failed")) return void (stage.value = "ready");
    try {
      job.value = await post<Job>("/ingest", { ...fields, files });
      stage.value = "working";
      finish(await jobOver(job.value));
    } catch (error) {
      problem.value = problemText(error);
      stage.value = "ready";
    }
  }
  function finish(over: Job) {
    job.value = over;
    stage.value = "done";
    if (over.error) problem.value = withRemedy(over.error.message, over.error.remedy);
    for (const told of (over.result as Ingested | undefined)?.files ?? []) {
      const row = rows.value.find((each) => each.path === told.path || told.path.endsWith(`/${each.path}`));
      if (row) Object.assign(row, { state: told.outcome, number: told.number, words: told.message });
    }
  }
  const takeOut = (gone: readonly Row[]) => void (rows.value = rows.value.filter((each) => !gone.includes(each)));
  function again() {
    rows.value = [];
    job.value = undefined;
    problem.value = "";
    stage.value = "choose";
  }
  return reactive({ rows, stage, job, problem, sendable, progress, add, commit, takeOut, again });
}
