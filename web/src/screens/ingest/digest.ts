import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { pieces } from "./pieces";

export async function digestOf(file: Blob, most?: number): Promise<string> {
  const digest = sha256.create();
  for (const [from, to] of pieces(0, file.size, most)) digest.update(new Uint8Array(await file.slice(from, to).arrayBuffer()));
  return bytesToHex(digest.digest());
}
