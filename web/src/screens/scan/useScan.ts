// What a scanned code does in each mode, and the answer in words that can be read from a step away.
import { ref, shallowRef } from "vue";
import { get, path, post } from "@/api/client";
import { problemText, withRemedy } from "@/api/problem";
import type { Loan, Volume } from "@/api/records";
import { t, wordFor } from "@/i18n";
import { moment } from "@/lib/format";
import { kindOf, routeOf, sheetCode } from "@/lib/sheet_code";
import type { RouteLocationRaw } from "vue-router";
import { placed, type Standing } from "./placing";

export const modes = ["look", "lend", "return", "place", "stocktake"] as const;
export type Mode = (typeof modes)[number];
export interface Answer {
  code: string;
  look: "good" | "warn" | "bad";
  words: string;
  more: string;
  at: string;
  to?: RouteLocationRaw;
}
interface ScanAnswer {
  words: string;
  outcome: string;
  name: string;
  title: string;
  at: string;
  belongs: string;
  message: string;
  remedy: string;
}

const fine = ["shelf", "as_recorded", "found"];
export const lookOf = (outcome: string): Answer["look"] => (fine.includes(outcome) ? "good" : outcome === "again" ? "warn" : "bad");

export function useScan(mode: () => Mode, stocktake: () => string, standing: Standing) {
  const answers = shallowRef<Answer[]>([]);
  const busy = ref(false);
  const answer = (code: string, look: Answer["look"], words: string, more = "", to?: RouteLocationRaw): Answer => ({ code, look, words, more, to, at: moment(new Date().toISOString()).slice(11) });

  async function look(scanned: string): Promise<Answer> {
    const sheet = sheetCode(scanned);
    const to = routeOf(sheet);
    if (["shelf", "container", "form"].includes(kindOf(sheet))) return answer(sheet.code, "good", sheet.code, "", to);
    const found = await get<Volume & { kind: string; number?: string; paper?: { shelf?: string } }>(path`/records/${sheet.code}`);
    const place = found.shelf || found.paper?.shelf;
    const more = place ? t("scan.stands", { place }) : t("scan.no_place");
    const there = found.kind === "volume" ? { name: "volume", params: { volume: found.volume } } : { name: "item", params: { number: found.number ?? sheet.code } };
    return answer(sheet.code, "good", found.title, `${wordFor("state", found.state)} · ${more}`, there);
  }
  async function lend(scanned: string): Promise<Answer> {
    const { code } = sheetCode(scanned);
    const loan = await post<Loan>(path`/volumes/${code}/loan/hand-out`);
    return answer(code, "good", t("scan.lent", { borrower: loan.borrower }), `${loan.title} · ${t("field.due")} ${loan.due}`);
  }
  async function takeBack(scanned: string): Promise<Answer> {
    const { code } = sheetCode(scanned);
    const loan = await post<Loan>(path`/volumes/${code}/loan/return`);
    return answer(code, "good", t("scan.taken_back"), `${loan.title} · ${loan.shelf}`, { name: "loans", query: { list: "returned" } });
  }
  async function put(scanned: string): Promise<Answer> {
    const { code, look, words, more, to } = await placed(scanned, standing);
    return answer(code, look, words, more, to);
  }
  async function count(scanned: string): Promise<Answer> {
    if (!stocktake()) return answer(scanned, "bad", t("scan.no_stocktake"));
    const said = await post<{ answers: ScanAnswer[]; at: string }>(path`/stocktakes/${stocktake()}/scans`, { codes: [scanned.trim()] });
    const first = said.answers[0];
    if (!first) return answer(scanned, "warn", t("scan.unknown"));
    return answer(first.name || scanned, lookOf(first.outcome), wordFor("scan_outcome", first.outcome), [first.title, withRemedy(first.message, first.remedy)].filter(Boolean).join(" · "));
  }
  const doing: Record<Mode, (scanned: string) => Promise<Answer>> = { look, lend, return: takeBack, place: put, stocktake: count };

  // One after the other, in the order of scanning, however quick the scanner is.
  let queue = Promise.resolve();
  function scan(text: string) {
    const now = mode();
    const scanned = text.trim();
    if (!scanned) return queue;
    queue = queue.then(async () => {
      busy.value = true;
      const said = await doing[now](scanned).catch((error: unknown) => answer(sheetCode(scanned).code, "bad", problemText(error)));
      answers.value = [said, ...answers.value].slice(0, 50);
      busy.value = false;
    });
    return queue;
  }
  return { answers, busy, scan };
}
