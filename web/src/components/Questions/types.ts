// A small form asked in a dialog: what it is called, its fields, and what is done with the answers.
export interface Field {
  key: string;
  label: string; // the key of its words
  kind?: "text" | "area" | "day" | "number" | "choice" | "choices" | "flag" | "password" | "moment" | "file";
  options?: readonly { value: string | number; label: string }[]; // of a choice; labels are words already
  value?: string | number | boolean | string[];
  required?: boolean;
  signed?: boolean; // of a number that may be below nought
}
export type Answers = Record<string, string | number | boolean | string[] | File>;
export interface Question {
  title: string;
  fields: readonly Field[];
  send: (answers: Answers) => Promise<unknown>;
  done?: string | ((answer: unknown) => string);
  note?: string; // what to know before answering
}

const empty = (field: Field): Answers[string] =>
  field.value ?? (field.kind === "flag" ? false : field.kind === "choices" ? [] : "");

export const firstAnswers = (fields: readonly Field[]): Answers => Object.fromEntries(fields.map((field) => [field.key, empty(field)]));

const isEmpty = (answer: Answers[string] | undefined): boolean =>
  answer === undefined || answer === null || answer === false || (typeof answer === "string" && answer.trim() === "") || (Array.isArray(answer) && answer.length === 0);

export const isAnswered = (fields: readonly Field[], answers: Answers): boolean => fields.every(({ key, required }) => !required || !isEmpty(answers[key]));

// What is sent: an empty field is not.
export const givenAnswers = (fields: readonly Field[], answers: Answers): Answers =>
  Object.fromEntries(
    fields.filter(({ key }) => !isEmpty(answers[key])).map(({ key }) => {
      const answer = answers[key]!;
      return [key, typeof answer === "string" ? answer.trim() : answer];
    }),
  );
