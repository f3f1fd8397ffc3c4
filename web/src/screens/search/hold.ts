// A hold on everything that a question finds now: nothing of it is destroyed, transferred or removed until the hold is lifted.
import { post } from "@/api/client";
import type { components } from "@/api/schema";
import type { Question } from "@/components/Questions/types";
import { t } from "@/i18n";
import { count } from "@/lib/format";

export const questionOfHold = (asked: string, total: number): Question => ({
  title: t("search.hold_title", { n: count(total), count: total }),
  note: t("search.hold_note", { n: count(total), count: total, asked }),
  fields: [{ key: "reason", label: "common.reason", kind: "area", required: true }],
  send: (body) => post("/holds/of-search", { ...body, q: asked }),
  done: (answer) => {
    const held = (answer as components["schemas"]["hold"]).items ?? 0;
    return t("search.held", { n: count(held), count: held });
  },
});
