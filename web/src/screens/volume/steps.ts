// What is done with the paper of a volume: its place, its box, how thick it is, and the check of its closing note.
import { get, path, post, put, remove } from "@/api/client";
import { pagesOf } from "@/api/pages";
import type { Container, Stood, Volume } from "@/api/records";
import { checkNote, placeVolume, suggestedPlace, waitsForChecker } from "@/api/stack";
import type { Question } from "@/components/Questions/types";
import type { Shelf, Standing } from "@/screens/shelf-map/shelves";
import { t } from "@/i18n";
import { may } from "@/stores/session";

export const steps = ["place", "move", "make_box", "put_into", "take_out", "thickness", "check_note"] as const;
export type Step = (typeof steps)[number];
export interface Paper {
  standing?: Standing; // as the shelf's map knows it, with the loan
  thickness: number;
  measured: boolean;
  places: Stood[];
}

// What is out on loan is moved nowhere before it is back.
export function stepsOf(volume: Volume, isOut = false): Step[] {
  if (["transferred", "destroyed"].includes(volume.state)) return [];
  const here: Step[] = [volume.shelf ? "move" : "place", ...(volume.container ? (["take_out"] as const) : (["make_box", "put_into"] as const))];
  return [...(isOut ? [] : here), "thickness", ...(waitsForChecker(volume) ? (["check_note"] as const) : [])];
}
export const isAllowed = (step: Step): boolean => may(step === "check_note" ? "check_closing" : "place");

export async function paperOf({ volume, shelf }: Volume): Promise<Paper> {
  const [map, thick, { history }] = await Promise.all([
    shelf ? get<{ shelves: Shelf[] }>("/shelves/map", { prefix: shelf }) : undefined,
    may("place") ? get<{ thickness_mm: number; measured: boolean }>(path`/volumes/${volume}/thickness`) : undefined,
    get<{ history: Stood[] }>(path`/volumes/${volume}/places`, { limit: 100 }),
  ]);
  const standing = map?.shelves.flatMap(({ places }) => places).flatMap(({ volumes }) => volumes).find((each) => each.volume === volume);
  return { standing, thickness: thick?.thickness_mm ?? standing?.thickness_mm ?? 0, measured: thick?.measured ?? false, places: [...history].reverse() };
}

// Only what is of the same year, chapter and retention goes into one box.
async function boxesFor({ year, category, chapter, retention }: Volume): Promise<Container[]> {
  const { rows } = await pagesOf<Container>("/containers", "containers", () => ({ year, category }))("", 1000, new AbortController().signal);
  return rows.filter((box) => box.chapter === chapter && box.retention === retention);
}

export async function questionOf(step: Step, volume: Volume, paper: Paper | undefined): Promise<Question> {
  const code = volume.volume;
  const box = path`/volumes/${code}/container`;
  const ask = (send: Question["send"], fields: Question["fields"] = [], note = ""): Question => ({
    title: t(`volume.${step}`), note: [`${volume.title}  ${code}`, note].filter(Boolean).join("\n"), fields, send, done: t(`volume.${step}_done`),
  });
  if (step === "check_note") return ask(() => checkNote(code), [], t("volume.check_note_words"));
  if (step === "take_out") return ask(() => remove(box), [], volume.container);
  if (step === "make_box") return ask(({ width }) => post(box, width ? { width: String(width) } : {}), [{ key: "width", label: "volume.width", kind: "number" }], t("volume.width_words"));
  if (step === "thickness") {
    const value = paper?.measured ? paper.thickness : 0;
    return ask(({ millimetres }) => put(path`/volumes/${code}/thickness`, { millimetres: String(millimetres ?? 0) }), [{ key: "millimetres", label: "volume.millimetres", kind: "number", value }], t("volume.thickness_words"));
  }
  if (step === "put_into") {
    const options = (await boxesFor(volume)).map((each) => ({ value: each.container, label: [each.container, each.shelf, `${each.used_mm} / ${each.width_mm} mm`].filter(Boolean).join(" · ") }));
    return ask(({ box: into }) => put(box, { box: into }), [{ key: "box", label: "field.container", kind: "choice", options, required: true }], options.length ? "" : t("volume.no_box"));
  }
  // Whoever has found a missing one puts it back where it belongs.
  const value = paper?.standing?.missing ? volume.shelf : await suggestedPlace("", [code]);
  return ask(({ place }) => placeVolume(volume, String(place)), [{ key: "place", label: "field.place", value, required: true }], [volume.shelf && t("volume.stands", { place: volume.shelf }), value ? "" : t("volume.none_free")].filter(Boolean).join("\n"));
}
