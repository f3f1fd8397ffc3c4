// Putting on shelves by scanning: the label of a shelf or of one place first, then what goes there, one after the other.
import { get, path } from "@/api/client";
import { Problem } from "@/api/problem";
import type { Container, Volume } from "@/api/records";
import { freePlace, isPlace, placeBox, placeVolume } from "@/api/stack";
import { t } from "@/i18n";
import { inScreens } from "@/lib/screen_of_command";
import { kindOf, sheetCode } from "@/lib/sheet_code";
import type { Answer } from "./useScan";

export type Said = Omit<Answer, "at">;
export interface Standing {
  at: () => string; // the shelf or the place where whoever scans stands; "" before one was scanned
  go: (place: string) => void;
}

// A shelf tells which place is next; a place whether something stands there already.
async function stand(code: string, { go }: Standing): Promise<Said> {
  const { places } = await get<{ places: { place: string; volume: string; container: string }[] }>("/shelves", { prefix: code, limit: 1 });
  const [first] = places;
  if (!first) return { code, look: "bad", words: t("scan.unknown"), more: "" };
  go(code);
  const to = { name: "shelf-map", query: { at: code } };
  const words = t("scan.at", { place: code });
  if (isPlace(code)) {
    const there = first.container || first.volume;
    return { code, look: there ? "warn" : "good", words, more: there ? t("scan.taken_by", { there }) : t("scan.scan_next"), to };
  }
  const free = await freePlace(code, []).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 409) return "";
    throw error;
  });
  return { code, look: free ? "good" : "warn", words, more: free ? t("scan.free_at", { place: free }) : t("scan.shelf_full"), to };
}

// Where it stood before is told, for whoever has to put it back there: scan that place and the volume again.
async function put(name: string, title: string, from: string, to: () => Promise<string>, where: object): Promise<Said> {
  try {
    const place = await to();
    const moved = from !== "" && from !== place;
    return { code: name, look: moved ? "warn" : "good", words: t(moved ? "scan.moved_to" : "scan.placed_at", { place }), more: [moved ? t("scan.stood_at", { place: from }) : "", title].filter(Boolean).join(" · "), to: where };
  } catch (error) {
    if (error instanceof Problem && error.code === "shelf.already_placed") return { code: name, look: "warn", words: t("scan.stands_already", { place: from }), more: title, to: where };
    if (error instanceof Problem) return { code: name, look: "bad", words: inScreens(error.message), more: inScreens(error.remedy), to: where };
    throw error;
  }
}

export async function placed(scanned: string, standing: Standing): Promise<Said> {
  const sheet = sheetCode(scanned);
  const { code } = sheet;
  const kind = kindOf(sheet);
  if (kind === "shelf") return stand(code, standing);
  const at = standing.at();
  if (!at) return { code, look: "bad", words: t("scan.shelf_first"), more: "" };
  if (kind === "container") {
    const box = await get<Container>(path`/containers/${code}`);
    return put(code, t("scan.holds", { count: box.volumes }), box.shelf, () => placeBox(box, at), { name: "shelf-map", query: { tab: "boxes", boxes: code } });
  }
  const volume = kind === "item" || kind === "form" ? undefined : await get<Volume & { kind: string }>(path`/volumes/${code}`);
  if (volume?.kind !== "volume") return { code, look: "bad", words: t("scan.not_placed"), more: "" };
  const title = [volume.title, volume.container].filter(Boolean).join(" · ");
  return put(volume.volume, title, volume.shelf, () => placeVolume(volume, at), { name: "volume", params: { volume: volume.volume } });
}
