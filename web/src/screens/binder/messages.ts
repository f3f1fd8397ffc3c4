import { defineMessages } from "@/i18n";

export default defineMessages("binder", {
  zh: {
    hint: "草稿各页可拆分、合并、旋转、调换顺序，每一步都可以撤销。", none: "没有待理页的草稿。", more: "再显示几件", filter: "只看题名、客户或来源文件含有…", draft: "草稿 {number}", pages: "{count} 页", page: "第 {page} 页", chosen: "已选第 {pages} 页", split: "在第 {page} 页后拆开",
    split_done: "已拆成两件", merge: "并入上一件", merge_done: "已合并", left: "左转", right: "右转", rotate_done: "已旋转 {count} 页", order_done: "已调换顺序", undo: "撤销", undone: "已撤销：{what}", no_picture: "无图",
    key_next: "下一页", key_previous: "上一页", key_below: "下一件", key_above: "上一件", key_split: "在此页后拆开", key_merge: "并入上一件", key_right: "右转选中的页", key_left: "左转选中的页", key_later: "此页后移", key_earlier: "此页前移", key_undo: "撤销",
  },
  en: {
    hint: "Split, merge, turn and reorder the pages of drafts; every step can be undone.", none: "No draft waits to be sorted.", more: "Show more", filter: "Only where title, customer or file has…", draft: "Draft {number}", pages: "{count} page | {count} pages", page: "Page {page}", chosen: "Chosen: {pages}", split: "Split after page {page}",
    split_done: "Split in two", merge: "Append to the one above", merge_done: "Merged", left: "Turn left", right: "Turn right", rotate_done: "Turned {count} page | Turned {count} pages", order_done: "Put in order", undo: "Undo", undone: "Undone: {what}", no_picture: "No picture",
    key_next: "next page", key_previous: "previous page", key_below: "draft below", key_above: "draft above", key_split: "split after this page", key_merge: "append to the draft above", key_right: "turn chosen pages right", key_left: "turn chosen pages left", key_later: "page later", key_earlier: "page earlier", key_undo: "undo",
  },
});

defineMessages("arranged", {
  zh: { split: "拆分", merge: "合并", rotate: "旋转", reorder: "调换顺序" },
  en: { split: "split", merge: "merge", rotate: "turn", reorder: "order" },
});
