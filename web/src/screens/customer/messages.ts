import { defineMessages } from "@/i18n";

export default defineMessages("customer", {
  zh: {
    matrix: "年度 × 类别", items: "全部文件", record: "客户资料", gaps: "缺口", no_gaps: "材料齐全", category: "类别", missing: "缺", paper_of: "纸质 {paper} / 电子 {electronic}", field_gap: "资料未填：{names}",
    saved: "已保存。", partial: "只显示前 {count} 件。", unprinted: "缺纸质 {count}", copy_gap: "未核对原件：{name}", half_gap: "缺另一半：{name}", twin_gap: "未打印纸质件：{name}", empty: "—",
  },
  en: {
    matrix: "Years × categories", items: "All items", record: "Customer record", gaps: "Gaps", no_gaps: "Complete", category: "Category", missing: "missing", paper_of: "paper {paper} / files {electronic}", field_gap: "Not filled in: {names}",
    saved: "Saved.", partial: "Only the first {count} item is shown. | Only the first {count} items are shown.", unprinted: "{count} without paper", copy_gap: "Original not seen: {name}", half_gap: "Other half missing: {name}", twin_gap: "Not printed: {name}", empty: "—",
  },
});
