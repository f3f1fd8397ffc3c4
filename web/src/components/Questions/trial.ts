// A question in two steps: the answers are tried without effect first, and what would come of them is what the second one asks about.
import type { Answers, Question } from "./types";

export interface Trial<T> extends Pick<Question, "title" | "fields" | "note"> {
  run: (answers: Answers, dryRun: boolean) => Promise<T>;
  told: (outcome: T) => string; // what would happen
  done: (outcome: T) => string;
}

export const triedFirst = <T>({ title, fields, note, run, told, done }: Trial<T>, next: (question: Question) => void): Question => ({
  title,
  fields,
  note,
  send: async (answers) => {
    const would = await run(answers, true);
    next({ title, note: told(would), fields: [], send: () => run(answers, false), done: done(would) });
  },
});
