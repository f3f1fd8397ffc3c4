// Where paper stands: what several screens ask about places, and how something gets one.
import { get, path, post, put } from "@/api/client";
import { Problem } from "@/api/problem";
import type { Source } from "@/api/pages";
import type { Container, Volume } from "@/api/records";

// "K1-02-02-1-03" is one place; what is shorter is a part of the stack with several.
export const isPlace = (code: string): boolean => code.split("-").length === 5;
export const isWithin = (place: string, part: string): boolean => place === part || place.startsWith(`${part}-`);

// The next place of the part that has room for the volumes, side by side.
export async function freePlace(part: string, volumes: readonly string[]): Promise<string> {
  const { places } = await get<{ places: { place: string }[] }>("/shelves/free", { prefix: part, for: volumes.join(",") });
  return places[0]?.place ?? "";
}
// To begin a question with; where nothing is free somebody has to look.
export async function suggestedPlace(part: string, volumes: readonly string[]): Promise<string> {
  if (volumes.length > 20) return ""; // longer than an address may be
  return freePlace(part, volumes).catch((error: unknown) => {
    if (error instanceof Problem && error.status < 500) return "";
    throw error;
  });
}

export async function placeBox(box: Pick<Container, "container" | "first_volume">, where: string): Promise<string> {
  const place = isPlace(where) ? where : await freePlace(where, box.first_volume ? [box.first_volume] : []);
  await put(path`/containers/${box.container}/place`, { place });
  return place;
}
// At its first place or at another; on its own shelf it stays where it belongs, which finds again what was missing.
export async function placeVolume({ volume, shelf }: Pick<Volume, "volume" | "shelf">, where: string): Promise<string> {
  const place = isPlace(where) ? where : shelf && isWithin(shelf, where) ? shelf : await freePlace(where, [volume]);
  await (shelf ? post(path`/volumes/${volume}/moves`, { place }) : put(path`/volumes/${volume}/place`, { place }));
  return place;
}

// A bound volume's closing note waits for somebody else than who closed it.
export const waitsForChecker = ({ state, checked_by }: Pick<Volume, "state" | "checked_by">): boolean => !checked_by && ["bound", "shelved"].includes(state);
export const checkNote = (volume: string) => post(path`/volumes/${volume}/closing-check`);

// Of a list that the server does not narrow: read on until a page is full of what is kept.
export const keptOf = <Row>(source: Source<Row>, keep: (row: Row) => boolean): Source<Row> => async (after, limit, signal) => {
  const rows: Row[] = [];
  let next = after;
  do {
    const page = await source(next, limit, signal);
    rows.push(...page.rows.filter(keep));
    next = page.next;
  } while (next && rows.length < limit);
  return { rows, next };
};
