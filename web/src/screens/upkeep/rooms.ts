// The rooms that can be known from here: where something stands or was measured too warm or too damp. Others are written in.
import { get } from "@/api/client";

const pieces = 1000;
export async function knownRooms(): Promise<string[]> {
  const shelves = get<{ places: { place: string }[] }>("/shelves", { limit: pieces }).then(({ places }) => places.map(({ place }) => place.split("-")[0]!));
  const alarms = get<{ alarms: { room: string }[] }>("/climate/alarms", { limit: pieces }).then((answer) => answer.alarms.map(({ room }) => room));
  const found = await Promise.all([shelves.catch(() => []), alarms.catch(() => [])]);
  return [...new Set(found.flat())].filter(Boolean).sort();
}
