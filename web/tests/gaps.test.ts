import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n";
import "@/i18n/common";
import { gapsOf } from "@/screens/customers/lists";

// What the server can tell stands in its sources.
const catalog = join(dirname(fileURLToPath(import.meta.url)), "../../catalog");
const source = (file: string) => readFileSync(join(catalog, file), "utf8");
const known = (key: string) => (["zh", "en"] as const).filter((language) => i18n.global.te(key, language));

describe("what a customer lacks", () => {
  const kinds = /enum class Kind \{([^}]*)\}/.exec(source("completeness.h"))![1]!.split(",").map((kind) => kind.trim().toLowerCase());
  it("R8_is_said_in_words_whatever_its_kind", () => {
    expect(kinds).toContain("outdated");
    for (const kind of kinds) expect(known(`gap.${kind}`), kind).toEqual(["zh", "en"]);
  });
  it("R32_tells_what_is_to_be_renewed_from_what_is_missing", () => {
    const gap = (kind: string) => gapsOf({ number: "K1", name: "", class: "", manager: "", phone: "", gaps: [{ kind, key: "drawing", name: "X", number: "" }] });
    expect(gap("outdated")).not.toBe(gap("type"));
  });
});
