// The SHA-256 of a file, off the page's own thread. Web Crypto takes a message whole, so files are digested one at a time.
export interface DigestTask {
  id: number;
  file: File;
}
self.addEventListener("message", async ({ data }: MessageEvent<DigestTask>) => {
  try {
    const digest = await crypto.subtle.digest("SHA-256", await data.file.arrayBuffer());
    const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    self.postMessage({ id: data.id, sha256 });
  } catch (error) {
    self.postMessage({ id: data.id, problem: String(error) });
  }
});
