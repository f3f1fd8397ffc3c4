// Lists are read in pages, from a cursor on: `next` of one page is `after` of the following one; 0 or "" ends it.
import { get, type Query } from "@/api/client";

export interface Page<Row> {
  rows: Row[];
  next: string;
  total?: number;
}
export type Source<Row> = (after: string, limit: number, signal: AbortSignal) => Promise<Page<Row>>;

// The rows that stand under `field` of the answer of `route`.
export function pagesOf<Row>(route: string, field: string, query: () => Query = () => ({})): Source<Row> {
  return async (after, limit, signal) => {
    const answer = await get<Record<string, unknown>>(route, { ...query(), limit, after }, signal);
    const rows = (answer[field] ?? []) as Row[];
    const next = answer.next ? String(answer.next) : "";
    return { rows, next: rows.length < limit ? "" : next };
  };
}

// A list that comes whole.
export const wholeOf = <Row>(route: string, field: string, query: () => Query = () => ({})): Source<Row> =>
  async (_after, _limit, signal) => {
    const answer = await get<Record<string, unknown>>(route, query(), signal);
    return { rows: (answer[field] ?? []) as Row[], next: "" };
  };
