// A customer's items by category and year, with how many stand on each track and in which volumes.
import type { Gap, Member } from "@/api/records";
import type { DocumentType } from "@/stores/profile";

export interface Cell {
  items: number;
  paper: number;
  electronic: number;
  volumes: string[];
  unprinted: number; // vouchers without their paper (R22)
}
export interface MatrixRow {
  category: number;
  cells: Map<number, Cell>;
  gaps: Gap[];
}
export interface Matrix {
  years: number[];
  rows: MatrixRow[];
}

const gone = new Set(["removed", "destroyed", "struck"]);

export function matrixOf(items: readonly Member[], gaps: readonly Gap[], categories: readonly number[], types: readonly DocumentType[]): Matrix {
  const years = new Set<number>();
  const rows = categories.map<MatrixRow>((category) => ({ category, cells: new Map(), gaps: [] }));
  const vouchers = new Set(types.filter(({ voucher }) => voucher).map(({ key }) => key));
  const rowOf = (category: number) => rows.find((row) => row.category === category);
  for (const item of items) {
    const row = rowOf(item.category);
    if (!row || gone.has(item.state)) continue;
    years.add(item.year);
    const cell = row.cells.get(item.year) ?? { items: 0, paper: 0, electronic: 0, volumes: [], unprinted: 0 };
    cell.items += 1;
    cell.paper += item.paper.exists ? 1 : 0;
    cell.electronic += item.electronic.exists ? 1 : 0;
    cell.unprinted += !item.paper.exists && vouchers.has(item.document_type) ? 1 : 0;
    if (item.paper.volume && !cell.volumes.includes(item.paper.volume)) cell.volumes.push(item.paper.volume);
    row.cells.set(item.year, cell);
  }
  for (const gap of gaps) {
    const type = types.find((each) => each.key === gap.key);
    if (type && gap.kind !== "field") rowOf(type.category)?.gaps.push(gap);
  }
  return { years: [...years].sort((a, b) => a - b), rows };
}
