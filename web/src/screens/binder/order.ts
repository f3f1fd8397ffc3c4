// Page numbers in orders and lists.

// The pages 1 … count with one of them before or behind another.
export function moved(count: number, page: number, to: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i + 1).filter((each) => each !== page);
  order.splice(Math.max(0, Math.min(count - 1, to - 1)), 0, page);
  return order;
}

// 2, 4, 5, 6 as "2,4-6", as the server reads them.
export function written(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",");
}
