import { defineMessages } from "@/i18n";

export default defineMessages("scan", {
  zh: {
    mode: "方式", look: "查看", lend: "借出", return: "收回", place: "上架", stocktake: "盘点", input: "扫描或输入编码", hint: "请扫描案卷、盒或库位的标签", which: "盘点单", start: "开始盘点 {part}", part: "盘点范围（如 K1-02）",
    lent: "已借出给 {borrower}", taken_back: "已收回，请检查", lend_needs: "借出已获批的案卷；借给谁以借阅申请为准。", done: "最近扫描", stands: "在 {place}", no_place: "没有库位", holder: "借给 {borrower}，应还 {due}", open: "打开", unknown: "没有这个编码",
    no_stocktake: "请先选择或开始一次盘点。", finish: "结束盘点", finished: "盘点已结束", at: "当前位置 {place}", camera: "手机可用扫码键盘或直接输入。", working: "正在处理…",
    place_needs: "先扫描架层或库位的标签，再逐一扫描放到那里的案卷或盒。", shelf_first: "请先扫描架层或库位的标签", scan_next: "请扫描放到这里的案卷或盒", taken_by: "已有 {there}", free_at: "下一个空位 {place}", shelf_full: "没有空位", placed_at: "已放到 {place}", moved_to: "已移到 {place}", stood_at: "原在 {place}",
    stands_already: "已在 {place}", holds: "内装 {count} 卷", not_placed: "只有案卷和盒可以上架",
  },
  en: {
    mode: "Mode", look: "Look up", lend: "Lend", return: "Take back", place: "Place", stocktake: "Stocktake", input: "Scan or type a code", hint: "Scan the label of a volume, a box or a shelf", which: "Stocktake", start: "Start counting {part}", part: "What is counted, such as K1-02",
    lent: "Lent to {borrower}", taken_back: "Taken back; please look through it", lend_needs: "A volume whose loan was approved goes to whoever asked for it.", done: "Scanned last", stands: "at {place}", no_place: "has no place", holder: "with {borrower}, due {due}", open: "Open", unknown: "No such code",
    no_stocktake: "Choose or start a stocktake first.", finish: "Finish", finished: "The stocktake is finished", at: "Standing at {place}", camera: "On a phone, a scanning keyboard or plain typing will do.", working: "Working…",
    place_needs: "Scan the label of a shelf or a place first, then one after the other what goes there.", shelf_first: "Scan the label of a shelf or a place first", scan_next: "Scan the volume or the box that goes here", taken_by: "Taken by {there}", free_at: "Next free: {place}", shelf_full: "Nothing is free", placed_at: "Placed at {place}", moved_to: "Moved to {place}", stood_at: "Stood at {place}",
    stands_already: "Already at {place}", holds: "{count} volume in it | {count} volumes in it", not_placed: "Only volumes and boxes stand on shelves",
  },
});

defineMessages("scan_outcome", {
  zh: { shelf: "库位", as_recorded: "在位", again: "已扫过", found: "失而复得", misplaced: "错位", unexpected: "无库位记录", on_loan: "记为借出", gone: "已销毁或移交", two_places: "两处扫到", place_taken: "库位已占", unread: "未识别" },
  en: { shelf: "Shelf", as_recorded: "In its place", again: "Scanned before", found: "Found again", misplaced: "Misplaced", unexpected: "No place on record", on_loan: "On loan by the records", gone: "Destroyed or handed over", two_places: "Seen in two places", place_taken: "The place is taken", unread: "Unread" },
});
