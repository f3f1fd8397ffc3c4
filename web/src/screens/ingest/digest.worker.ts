// The SHA-256 of a file, off the page's own thread and piece by piece, so that a large scan never stands in memory whole.
import { digestOf } from "./digest";

export interface DigestTask {
  id: number;
  file: File;
}
self.addEventListener("message", async ({ data }: MessageEvent<DigestTask>) => {
  try {
    self.postMessage({ id: data.id, sha256: await digestOf(data.file) });
  } catch (error) {
    self.postMessage({ id: data.id, problem: String(error) });
  }
});
