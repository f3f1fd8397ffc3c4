import { defineMessages } from "@/i18n";

export default defineMessages("scan", {
  zh: {
    mode: "方式", look: "查看", lend: "借出", return: "收回", stocktake: "盘点", input: "扫描或输入编码", hint: "请扫描案卷、盒或库位的标签", which: "盘点单", start: "开始盘点 {part}", part: "盘点范围（如 K1-02）",
    lent: "已借出给 {borrower}", taken_back: "已收回，请检查", lend_needs: "借出已获批的案卷；借给谁以借阅申请为准。", done: "最近扫描", place: "在 {place}", no_place: "没有库位", holder: "借给 {borrower}，应还 {due}", open: "打开", unknown: "没有这个编码",
    no_stocktake: "请先选择或开始一次盘点。", finish: "结束盘点", finished: "盘点已结束", at: "当前位置 {place}", camera: "手机可用扫码键盘或直接输入。", working: "正在处理…",
  },
  en: {
    mode: "Mode", look: "Look up", lend: "Lend", return: "Take back", stocktake: "Stocktake", input: "Scan or type a code", hint: "Scan the label of a volume, a box or a shelf", which: "Stocktake", start: "Start counting {part}", part: "What is counted, such as K1-02",
    lent: "Lent to {borrower}", taken_back: "Taken back; please look through it", lend_needs: "A volume whose loan was approved goes to whoever asked for it.", done: "Scanned last", place: "at {place}", no_place: "has no place", holder: "with {borrower}, due {due}", open: "Open", unknown: "No such code",
    no_stocktake: "Choose or start a stocktake first.", finish: "Finish", finished: "The stocktake is finished", at: "Standing at {place}", camera: "On a phone, a scanning keyboard or plain typing will do.", working: "Working…",
  },
});

defineMessages("scan_outcome", {
  zh: { shelf: "库位", as_recorded: "在位", again: "已扫过", found: "失而复得", misplaced: "错位", unexpected: "无库位记录", on_loan: "记为借出", gone: "已销毁或移交", two_places: "两处扫到", place_taken: "库位已占", unread: "未识别" },
  en: { shelf: "Shelf", as_recorded: "In its place", again: "Scanned before", found: "Found again", misplaced: "Misplaced", unexpected: "No place on record", on_loan: "On loan by the records", gone: "Destroyed or handed over", two_places: "Seen in two places", place_taken: "The place is taken", unread: "Unread" },
});
