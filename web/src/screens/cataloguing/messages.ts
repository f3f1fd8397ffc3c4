import { defineMessages } from "@/i18n";

export default defineMessages("cataloguing", {
  zh: {
    hint: "{count} 件待编目", grid: "编目表", none: "没有待编目的草稿。", suggestions: "页面上的线索", no_suggestions: "这一页没有可用的线索。", apply: "填入{field}：{value}", key_above: "照抄上一行", key_up: "上一件", key_down: "下一件",
    key_save: "保存", key_proofread: "保存、校对并到下一件", key_page_next: "下一页", key_page_previous: "上一页", saved: "已保存。", proofread: "已校对。", wrong_date: "日期应写作 2026-03-01。", save: "保存", proof: "校对", page: "页",
  },
  en: {
    hint: "{count} item to catalogue | {count} items to catalogue", grid: "Grid", none: "No draft waits to be catalogued.", suggestions: "Found on the page", no_suggestions: "Nothing on this page offers itself.", apply: "Put into {field}: {value}", key_above: "copy from above", key_up: "item above", key_down: "item below",
    key_save: "save", key_proofread: "save, proofread, go on", key_page_next: "next page", key_page_previous: "previous page", saved: "Saved.", proofread: "Proofread.", wrong_date: "Dates read 2026-03-01.", save: "Save", proof: "Proofread", page: "Page",
  },
});
