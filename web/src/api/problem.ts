// What went wrong, as the server says it: a stable code, words in the reader's language and what to do about it.
import { t } from "@/i18n";
import { inScreens } from "@/lib/screen_of_command";

// What happened, then what to do about it, as two sentences; commands are told as the screens that do the same.
export function withRemedy(said: string, saidRemedy = ""): string {
  const [message, remedy] = [inScreens(said), inScreens(saidRemedy)];
  if (!remedy) return message;
  if (/[.!?。！？]$/.test(message)) return `${message} ${remedy}`;
  return /\p{Script=Han}/u.test(remedy) ? `${message}。${remedy}` : `${message}. ${remedy}`;
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly remedy = "",
    readonly answer?: unknown, // of what was done in part
  ) {
    super(message);
  }
  get text(): string {
    return withRemedy(this.message, this.remedy);
  }
}

interface ProblemJson {
  title?: string;
  detail?: string;
  code?: string;
  remedy?: string;
  answer?: unknown;
}

export async function problemOf(answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => ({}))) as ProblemJson;
  const message = said.detail || said.title || t("problem.status", { status: answer.status });
  return new Problem(answer.status, said.code ?? "", message, said.remedy, said.answer);
}

// Where a part of it could not be done: what was done and what not; other failures go on.
export function answerOf<T>(error: unknown): T {
  if (error instanceof Problem && error.answer) return error.answer as T;
  throw error;
}

export const problemText = (error: unknown): string =>
  error instanceof Problem ? error.text : error instanceof TypeError ? t("problem.unreachable") : String(error);
