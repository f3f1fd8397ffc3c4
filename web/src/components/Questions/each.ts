// One question for several records: asked once and sent for each of them. What is refused is named with its reason, the others are done.
import { problemText } from "@/api/problem";
import { sayDone, sayProblem } from "@/composables/notices";
import { t } from "@/i18n";
import { listed } from "@/lib/format";
import type { Question } from "./types";

export interface Part {
  name: string; // of the record, for whoever reads the reason
  question: Question;
}

export function questionOfEach(title: string, parts: readonly Part[]): Question {
  return {
    title: `${title} · ${parts.length}`,
    note: listed(parts.map(({ name }) => name)),
    fields: parts[0]?.question.fields ?? [],
    send: async (answers) => {
      const refused: string[] = [];
      for (const { name, question } of parts)
        await question.send(answers).catch((error: unknown) => refused.push(`${name}: ${problemText(error)}`));
      if (refused.length > 0) sayProblem(refused.join("\n"));
      if (refused.length < parts.length) sayDone(t("common.done_for", { count: parts.length - refused.length }));
    },
  };
}

// The steps that every one of the rows allows.
export const stepsOfAll = <Row, Step>(rows: readonly Row[], stepsOf: (row: Row) => readonly Step[], keyOf: (step: Step) => string): Step[] =>
  rows[0] === undefined ? [] : stepsOf(rows[0]).filter((step) => rows.every((row) => stepsOf(row).some((each) => keyOf(each) === keyOf(step))));
