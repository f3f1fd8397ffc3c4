// What the QR code on a sheet of paper says: TF1*KIND*CODE*PAGES*CHECK (docs/formats.md). Anything else is a number that somebody typed.
import type { RouteLocationRaw } from "vue-router";

export interface SheetCode {
  kind: string; // VOLUME CONTAINER SHELF ITEM SEPARATOR BINDER FORM; "" where it is typed
  code: string;
}

export function sheetCode(scanned: string): SheetCode {
  const text = scanned.trim();
  const [version, kind, code, , check] = text.split("*");
  return version === "TF1" && kind && code && check ? { kind, code } : { kind: "", code: text };
}

const shelf = /^K?[A-Z0-9]+(-\d{1,3}){3,4}$/i;
const list = /^(DL|TR)-\d{4}-\d+$/i; // a disposition list, a transfer
const box = /^BOX-\d{4}-\d+$/i;

export function kindOf({ kind, code }: SheetCode): "volume" | "container" | "shelf" | "item" | "form" | "" {
  const known = { VOLUME: "volume", BINDER: "volume", CONTAINER: "container", SHELF: "shelf", ITEM: "item", FORM: "form" } as const;
  if (kind in known) return known[kind as keyof typeof known];
  if (list.test(code)) return "form";
  if (box.test(code)) return "container";
  return shelf.test(code) ? "shelf" : "";
}

// Where the record of a sheet is seen; nothing where it has to be asked for.
export function routeOf(scanned: SheetCode): RouteLocationRaw | undefined {
  const { code } = scanned;
  const kind = kindOf(scanned);
  if (kind === "item") return { name: "item", params: { number: code } };
  if (kind === "volume") return { name: "volume", params: { volume: code } };
  if (kind === "shelf" || kind === "container") return { name: "shelf-map", query: { at: code } };
  if (kind !== "form") return undefined;
  return list.test(code) ? { name: "disposition", query: { list: code } } : { name: "print" };
}
