// What is asked when paper gets its place, shelves are moved, rooms laid out and boxes filled. What it would do is told first.
import { path, post, remove } from "@/api/client";
import { answerOf, Problem, withRemedy } from "@/api/problem";
import { placeBox, suggestedPlace } from "@/api/stack";
import type { Container } from "@/api/records";
import type { components } from "@/api/schema";
import type { Part } from "@/components/Questions/each";
import { triedFirst } from "@/components/Questions/trial";
import type { Question } from "@/components/Questions/types";
import { t } from "@/i18n";
import { categoryName, profile } from "@/stores/profile";
import { shelfPart } from "./shelves";

type Schemas = components["schemas"];
type Next = (question: Question) => void;
const most = 12; // lines that are told one by one

export function told(lines: readonly string[]): string {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), t("shelf_map.and_more", { count: rest })].join("\n") : lines.join("\n");
}
const linesOf = (moved: readonly Schemas["moved"][]): string => told(moved.map(({ name, from, to }) => `${name}  ${from ? `${from} → ` : "→ "}${to}`));

// The shelf of the next place with room for them; the part in sight where none has.
const suggestedPart = async (part: string, volumes: readonly string[]): Promise<string> => shelfPart(await suggestedPlace(part, volumes)) || part;

export async function placing(volumes: readonly string[], next: Next): Promise<Question> {
  return triedFirst(
    {
      title: `${t("shelf_map.place_all")} · ${volumes.length}`,
      note: t("shelf_map.place_words"),
      fields: [{ key: "place", label: "shelf_map.to", value: await suggestedPart("", volumes) }],
      run: ({ place }, dry_run) => post<Schemas["placed"]>("/shelves/placings", { volumes, place, dry_run }),
      told: ({ placed }) => linesOf(placed),
      done: ({ placed }) => t("shelf_map.placed", { count: placed.length }),
    },
    next,
  );
}

export function movingAll(from: string, next: Next): Question {
  async function run({ from, to, close_gaps }: Record<string, unknown>, dry_run: boolean) {
    const move = await post<Schemas["shelf_move"]>("/shelves/moves", { from, to, close_gaps, dry_run }).catch(answerOf<Schemas["shelf_move"]>);
    if (move.obstacles.length > 0) throw new Problem(409, "", told(move.obstacles.map(({ message, remedy }) => withRemedy(message, remedy))));
    return move;
  }
  return triedFirst(
    {
      title: t("shelf_map.move_all"),
      note: t("shelf_map.move_words"),
      fields: [
        { key: "from", label: "shelf_map.from", value: from, required: true },
        { key: "to", label: "shelf_map.to", required: true },
        { key: "close_gaps", label: "shelf_map.close_gaps", kind: "flag" },
      ],
      run,
      told: ({ moved }) => linesOf(moved),
      done: ({ moved }) => t("shelf_map.moved", { count: moved.length }),
    },
    next,
  );
}

export const layingOut = (next: Next): Question =>
  triedFirst(
    {
      title: t("shelf_map.lay_out"),
      note: t("shelf_map.lay_out_words"),
      fields: [
        { key: "room", label: "shelf_map.room", required: true },
        { key: "rows", label: "shelf_map.rows", value: "1-4", required: true },
        { key: "bays", label: "shelf_map.bays", value: "1-6", required: true },
        { key: "shelves", label: "shelf_map.shelves", kind: "number", value: 5, required: true },
        { key: "slots", label: "shelf_map.slots", kind: "number", value: 20, required: true },
        { key: "capacity", label: "shelf_map.capacity", kind: "number", value: 900, required: true },
      ],
      run: (answers, dry_run) => post<Schemas["room_layout"]>("/rooms", { ...answers, capacity: String(answers.capacity), dry_run }),
      told: ({ first, last, new_places, new_shelves, remeasured }) =>
        [`${first} … ${last}`, t("shelf_map.new_places", { count: new_places, shelves: new_shelves }), remeasured ? t("shelf_map.remeasured", { count: remeasured }) : ""].filter(Boolean).join("\n"),
      done: ({ room }) => t("shelf_map.laid_out", { room }),
    },
    next,
  );

export const takingAway = (part: string, next: Next): Question =>
  triedFirst(
    {
      title: t("shelf_map.take_away"),
      note: t("shelf_map.take_away_words"),
      fields: [{ key: "part", label: "shelf_map.part", value: part, required: true }],
      run: ({ part }, dry_run) => remove<Schemas["room_removed"]>(path`/rooms/${String(part)}`, { query: { dry_run } }),
      told: ({ part, places }) => t("shelf_map.to_go", { part, count: places }),
      done: ({ places }) => t("shelf_map.taken_away", { count: places }),
    },
    next,
  );

// One field for all of them; each box takes the next place that is free when its turn comes.
export async function placingBoxes(boxes: readonly Container[]): Promise<Part[]> {
  const value = await suggestedPart("", boxes.map(({ first_volume }) => first_volume).filter(Boolean));
  const fields: Question["fields"] = [{ key: "place", label: "shelf_map.to", value, required: true }];
  return boxes.map((box) => ({ name: box.container, question: { title: "", fields, send: ({ place }) => placeBox(box, String(place)) } }));
}

export const filling = (next: Next): Question =>
  triedFirst(
    {
      title: t("shelf_map.fill_boxes"),
      note: t("shelf_map.fill_words"),
      fields: [
        { key: "year", label: "common.year", kind: "number", value: new Date().getFullYear() - 1, required: true },
        { key: "category", label: "field.category", kind: "choice", options: (profile.value?.categories ?? []).map(({ number }) => ({ value: number, label: categoryName(number) })) },
        { key: "width", label: "shelf_map.width", kind: "number" },
      ],
      run: (answers, dry_run) => post<Schemas["container_fill"]>("/containers/fill", { ...answers, width: answers.width ? String(answers.width) : undefined, dry_run }),
      told: ({ boxes, left_out }) =>
        [t("shelf_map.to_fill", { count: boxes.length }), told(boxes.map((box) => `${box.container}  ${box.first_volume}  ${t("shelf_map.volumes", { count: box.volumes })}`)), ...left_out.map(({ message }) => message)].filter(Boolean).join("\n"),
      done: ({ boxes }) => t("shelf_map.filled", { count: boxes.length }),
    },
    next,
  );
