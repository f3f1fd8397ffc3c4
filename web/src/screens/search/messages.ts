import { defineMessages } from "@/i18n";

export default defineMessages("search", {
  zh: {
    label: "检索结果", total: "{count} 件", some_words: "没有一件包含全部词语；{count} 件包含其中一些", ignored: "未采用：{part}", did_you_mean: "是否要找：", nothing: "没有找到。",
    nothing_hint: "少写几个词，或改用字段，例如 客户：王府集团 年：2024。", start: "在上方写下要找的内容。", start_hint: "可以写词语、“整句”、字段和日期：", sort: "排序", relevance: "最相关", newest: "由新到旧",
    oldest: "由旧到新", facets: "缩小范围", facet_more: "另有 {count} 项", remove_filter: "去掉条件 {filter}", page: "第 {page} 页", borrowed: "{borrower} 借出", more: "继续显示", save: "保存检索", save_name: "名称", saved: "已保存的检索",
    saved_done: "已保存。", saved_none: "还没有保存的检索。", forget: "删除 {name}", csv: "导出 CSV", hold: "全部冻结", hold_title: "冻结检索到的 {n} 件", hold_note: "“{asked}”现在检索到的 {n} 件都将冻结：解除之前不能销毁、移交或删除。以后才入档的不包括在内。", held: "已冻结 {n} 件", key_next: "下一条", key_previous: "上一条", key_open: "在命中的页上打开", filters: "筛选",
    some_follow: "以下只包含其中一些词语", shelf_none: "未上架", example_words: "两个词都有", example_phrase: "一字不差", example_field: "客户与年度", example_date: "签订日期",
  },
  en: {
    label: "Answers", total: "{count} item | {count} items", some_words: "Nothing has every word; {count} item has some | Nothing has every word; {count} items have some", ignored: "Left out: {part}", did_you_mean: "Did you mean:", nothing: "Nothing found.",
    nothing_hint: "Try fewer words, or fields such as customer:王府集团 year:2024.", start: "Write above what you are looking for.", start_hint: "Words, “whole phrases”, fields and dates all work:", sort: "Order", relevance: "Most relevant", newest: "Newest first",
    oldest: "Oldest first", facets: "Narrow down", facet_more: "{count} more", remove_filter: "Remove the filter {filter}", page: "page {page}", borrowed: "out to {borrower}", more: "Show more", save: "Save this search", save_name: "Name", saved: "Saved searches",
    saved_done: "Saved.", saved_none: "No search is saved yet.", forget: "Delete {name}", csv: "Export CSV", hold: "Hold all", hold_title: "Hold the {n} item found | Hold the {n} items found", hold_note: "The {n} item that “{asked}” finds now is held: it is not destroyed, transferred or removed before the hold is lifted. What comes in later is not held. | All {n} items that “{asked}” finds now are held: none is destroyed, transferred or removed before the hold is lifted. What comes in later is not held.", held: "{n} item is held | {n} items are held", key_next: "next answer", key_previous: "previous answer", key_open: "open on the page of the hit", filters: "Filters",
    some_follow: "The following have only some of the words", shelf_none: "not shelved", example_words: "has both words", example_phrase: "word for word", example_field: "customer and year", example_date: "signing date",
  },
});
