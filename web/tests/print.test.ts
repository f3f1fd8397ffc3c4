import { describe, expect, it } from "vitest";
import { cards, isReady } from "@/screens/print/forms";
import { lookOf, shelfPart } from "@/screens/shelf-map/shelves";

const card = (key: string) => cards.find((each) => each.key === key)!;

describe("a form", () => {
  it("has its volume whole in its address", () => expect(card("of_volume").href("closing_note", { volume: "A001-KH·02" }, true)).toBe("/api/v1/volumes/A001-KH%C2%B702/note.pdf?bilingual=true"));
  it("repeats the numbers of labels", () => expect(card("labels").href("labels_each", { numbers: "BOX-2025-0001\n K1-02", stock: "a4-24" }, false)).toBe("/api/v1/forms/labels.pdf?stock=a4-24&numbers=BOX-2025-0001&numbers=K1-02"));
  it("labels the shelves of what is named", () => expect(card("labels").href("labels_by_shelf", { numbers: "K1-02" }, false)).toBe("/api/v1/forms/labels.pdf?by_shelf=true&numbers=K1-02"));
  it("is the item's twin, in whose language it is written", () => expect(card("of_item").href("twin", { item: "T-1" }, true)).toBe("/api/v1/items/T-1/twin.pdf"));
  it("waits for what it needs", () => {
    expect(isReady(card("registers"), "volumes", {})).toBe(false);
    expect(isReady(card("registers"), "loans", {})).toBe(true);
  });
});

describe("a place on the map", () => {
  const standing = { volume: "v", title: "", state: "", thickness_mm: 4, borrower: "", due: "", missing: false, loan: "" };
  it("is free without volumes and box", () => expect(lookOf({ place: "", container: "", used_mm: 0, volumes: [] })).toBe("free"));
  it("shows what is missing before what is lent", () => expect(lookOf({ place: "", container: "", used_mm: 0, volumes: [{ ...standing, loan: "out" }, { ...standing, missing: true }] })).toBe("missing"));
  it("belongs to its shelf", () => expect(shelfPart("K1-02-02-1-03")).toBe("K1-02-02-1"));
});
