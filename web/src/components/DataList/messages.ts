import { defineMessages } from "@/i18n";

export default defineMessages("list", {
  zh: {
    columns: "显示的栏目", csv: "导出 CSV", chosen: "已选 {count} 项", clear: "取消选择", rows: "{count} 行", rows_more: "已载入 {count} 行，向下滚动继续", empty: "没有符合条件的内容。",
    choose: "选择", key_next: "下一行", key_previous: "上一行", key_open: "打开", key_toggle: "选中或取消", key_extend_down: "向下扩选", key_extend_up: "向上扩选",
    key_all: "全选已载入的行", key_clear: "取消选择", key_back: "回到列表", detail: "所选一行的详情",
  },
  en: {
    columns: "Columns shown", csv: "Export CSV", chosen: "{count} chosen", clear: "Clear", rows: "{count} row | {count} rows", rows_more: "{count} row so far; scroll for more | {count} rows so far; scroll for more", empty: "Nothing fits.",
    choose: "Choose", key_next: "next row", key_previous: "previous row", key_open: "open", key_toggle: "choose or leave", key_extend_down: "choose on downwards", key_extend_up: "choose on upwards",
    key_all: "choose all rows read so far", key_clear: "choose nothing", key_back: "back to the list", detail: "About the row",
  },
});
