import { defineMessages } from "@/i18n";

export default defineMessages("customer", {
  zh: {
    matrix: "年度 × 类别", items: "全部文件", record: "客户资料", gaps: "缺口", no_gaps: "材料齐全", category: "类别", paper_of: "纸质 {paper} / 电子 {electronic}",
    saved: "已保存。", partial: "只显示前 {count} 件。", unprinted: "缺纸质 {count}", empty: "—",
  },
  en: {
    matrix: "Years × categories", items: "All items", record: "Customer record", gaps: "Gaps", no_gaps: "Complete", category: "Category", paper_of: "paper {paper} / files {electronic}",
    saved: "Saved.", partial: "Only the first {count} item is shown. | Only the first {count} items are shown.", unprinted: "{count} without paper", empty: "—",
  },
});
