// Boxes as they are listed.
import { pagesOf } from "@/api/pages";
import type { Container } from "@/api/records";
import type { Column } from "@/components/DataList/types";
import type { Fact } from "@/components/Facts.vue";
import { categoryName } from "@/stores/profile";

export const boxesOf = (unplaced: boolean) => pagesOf<Container>("/containers", "containers", () => ({ unplaced }));
const filled = ({ used_mm, width_mm }: Container): string => `${used_mm} / ${width_mm}`;
export const boxColumns: Column<Container>[] = [
  { key: "container", label: "field.container", value: ({ container }) => container, width: 130, code: true, narrow: "title" },
  { key: "shelf", label: "field.shelf", value: ({ shelf }) => shelf, width: 130, code: true, narrow: "meta" },
  { key: "year", label: "field.year", value: ({ year }) => year, width: 64, narrow: "meta" },
  { key: "category", label: "field.category", value: ({ category }) => categoryName(category), width: 120, grow: 1 },
  { key: "chapter", label: "field.chapter", value: ({ chapter }) => chapter, width: 70, narrow: "meta" },
  { key: "retention", label: "field.retention", value: ({ retention }) => retention, width: 80, narrow: "meta" },
  { key: "volumes", label: "field.volumes", value: ({ volumes }) => volumes, width: 70, align: "right" },
  { key: "filled", label: "shelf_map.used", value: filled, width: 110, align: "right" },
];
export const factsOfBox = (box: Container): Fact[] => [
  { label: "field.shelf", value: box.shelf, code: true, to: { name: "shelf-map", query: { at: box.shelf } } },
  { label: "field.category", value: categoryName(box.category) },
  { label: "field.chapter", value: box.chapter },
  { label: "field.manager", value: box.manager },
  { label: "field.retention", value: box.retention },
  { label: "shelf_map.used", value: filled(box) },
];
