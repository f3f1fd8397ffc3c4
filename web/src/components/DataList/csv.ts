// A list as a CSV file that a spreadsheet opens rightly: UTF-8 with its mark, and nothing that it would take for a formula.
import type { Column } from "./types";

const formula = /^[=+\-@\t\r]/;

export function csvCell(value: string | number): string {
  let text = String(value);
  if (typeof value === "string" && formula.test(text)) text = "'" + text;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], name: (label: string) => string): string {
  const line = (cells: (string | number)[]) => cells.map(csvCell).join(",");
  const head = line(columns.map((column) => name(column.label)));
  return "\uFEFF" + [head, ...rows.map((row) => line(columns.map((column) => column.value(row))))].join("\r\n") + "\r\n";
}

export function saveFile(name: string, text: string, type = "text/csv;charset=utf-8") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
