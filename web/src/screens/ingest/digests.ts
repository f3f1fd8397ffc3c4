// Asks the worker for a file's SHA-256.
import type { DigestTask } from "./digest.worker";

interface Told {
  id: number;
  sha256?: string;
  problem?: string;
}

export function digester() {
  const worker = new Worker(new URL("./digest.worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { tell: (sha256: string) => void; fail: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.sha256) asked?.tell(data.sha256);
    else asked?.fail(new Error(data.problem));
  });
  const sha256Of = (file: File) =>
    new Promise<string>((tell, fail) => {
      const task: DigestTask = { id: ++last, file };
      waiting.set(task.id, { tell, fail });
      worker.postMessage(task);
    });
  return { sha256Of, stop: () => worker.terminate() };
}
