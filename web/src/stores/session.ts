// Who is signed in and what they may do. One for the whole page.
import { computed, reactive, readonly } from "vue";
import { firstAnswer } from "@/api/first_question";
import { get, post, remove, setCsrfToken, whenSignedOut } from "@/api/client";
import { Problem } from "@/api/problem";
import { setToday } from "@/lib/format";

export interface Session {
  name: string;
  roles: readonly string[];
  actions: readonly string[];
}

interface SessionAnswer extends Session {
  csrf: string;
  today?: string;
  first_run?: boolean;
}

const state = reactive({ known: false, firstRun: false, session: undefined as Session | undefined });

export const session = readonly(state);
export const signedIn = computed(() => state.session !== undefined);
// Whether there may be a record on which one may do this; the server decides for each.
export const may = (action: string): boolean => state.session?.actions.includes(action) ?? false;
export const mayAny = (actions: readonly string[]): boolean => actions.length === 0 || actions.some(may);

function enter(answer: SessionAnswer) {
  setCsrfToken(answer.csrf ?? "");
  if (answer.today) setToday(answer.today);
  state.firstRun = answer.first_run ?? false;
  state.session = answer.name ? { name: answer.name, roles: answer.roles, actions: answer.actions } : undefined;
  state.known = true;
}

function leave() {
  setCsrfToken("");
  state.session = undefined;
}
whenSignedOut(leave);

export async function loadSession() {
  try {
    const first = await firstAnswer();
    enter(first ? ((await first.json()) as SessionAnswer) : await get<SessionAnswer>("/session"));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    state.known = true;
  }
}

export const signIn = async (name: string, password: string) => enter(await post<SessionAnswer>("/session", { name, password }));
export const makeAdministrator = async (code: string, name: string, password: string) =>
  enter(await post<SessionAnswer>("/first-run", { code, name, password }));

export async function signOut() {
  await remove("/session").catch(() => undefined);
  leave();
}
