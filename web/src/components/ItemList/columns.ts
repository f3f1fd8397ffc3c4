// The columns of lists of items.
import type { Member } from "@/api/records";
import type { Column } from "@/components/DataList/types";
import { wordFor } from "@/i18n";
import { categoryName, typeName } from "@/stores/profile";

export const itemColumns: readonly Column<Member>[] = [
  { key: "number", label: "field.number", value: (item) => item.number, width: 290, code: true, narrow: "meta" },
  { key: "title", label: "field.title", value: (item) => item.title, width: 200, grow: 3, narrow: "title" },
  { key: "customer", label: "field.customer", value: (item) => item.customer, width: 140, grow: 1 },
  { key: "category", label: "field.category", value: (item) => categoryName(item.category), width: 100, hidden: true },
  { key: "type", label: "field.document_type", value: (item) => typeName(item.document_type), width: 130 },
  { key: "date", label: "field.date", value: (item) => item.date, width: 96, narrow: "meta" },
  { key: "pages", label: "field.pages", value: (item) => item.pages, width: 64, align: "right" },
  { key: "state", label: "field.state", value: (item) => wordFor("state", item.state), width: 122, narrow: "meta" },
  { key: "shelf", label: "field.shelf", value: (item) => item.paper.shelf ?? "", width: 130, code: true },
  { key: "storage_id", label: "field.storage_id", value: (item) => item.storage_id, width: 190, code: true, hidden: true },
  { key: "document_number", label: "field.document_number", value: (item) => item.document_number, width: 130, hidden: true },
  { key: "retention", label: "field.retention", value: (item) => item.retention, width: 80, hidden: true },
];
