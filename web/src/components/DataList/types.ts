export interface Column<Row> {
  key: string;
  label: string; // the key of its words
  value: (row: Row) => string | number; // what is exported, and shown where there is no slot `cell-KEY`
  width?: number; // pixels at least; what is left over goes to the columns with `grow`
  grow?: number;
  code?: boolean; // a number off paper
  align?: "right";
  look?: (row: Row) => "bad" | ""; // a value that must be seen at once
  hidden?: boolean; // until somebody chooses it
  narrow?: "title" | "meta"; // on a phone: the first line, or one of the small words below it; otherwise not shown
}
