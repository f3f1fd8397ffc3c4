import { defineMessages } from "@/i18n";

export default defineMessages("volume", {
  zh: {
    items: "卷内文件", check: "核对", faults: "核对发现 {count} 处问题", sound: "核对无误。", forms: "打印表格", borrow: "申请借阅",
    place: "上架", place_done: "已上架", move: "移位", move_done: "已移位，两套目录的备注已更新", make_box: "建盒", make_box_done: "已建盒并装入", put_into: "装入盒", put_into_done: "已装入盒", take_out: "从盒中取出", take_out_done: "已取出",
    thickness: "量厚度", thickness_done: "厚度已登记", check_note: "检查备考表", check_note_done: "备考表已检查", check_note_words: "您作为检查人签署备考表；立卷人不能自行检查。", width: "盒宽（毫米）", width_words: "不填则按常用盒宽；常用 20、30、40、50 毫米。",
    millimetres: "厚度（毫米）", thickness_words: "填 0 则按页数估算。", no_box: "没有同年度、同卷章、同保管期限的盒，请先建盒。", stands: "现在 {place}", none_free: "没有放得下的空位；可在“库位图”增设。", lent_to: "借阅", with: "借给 {borrower}，应还 {due}", missing: "缺失", thick: "厚度",
    measured: "{count} 毫米（实测）", estimated: "约 {count} 毫米（按页数估算）", checked_by: "备考表检查人", unchecked: "待检查", places: "库位记录（{count}）", now: "今",
  },
  en: {
    items: "Items of the volume", check: "Check", faults: "The check found {count} fault | The check found {count} faults", sound: "The check found no fault.", forms: "Print forms", borrow: "Ask to borrow",
    place: "Place", place_done: "Placed", move: "Move", move_done: "Moved; the notes of both catalogues say so", make_box: "Make a box", make_box_done: "A box is made with the volume in it", put_into: "Put into a box", put_into_done: "Put into the box", take_out: "Take out of its box", take_out_done: "Taken out",
    thickness: "Measure", thickness_done: "The thickness is recorded", check_note: "Check the closing note", check_note_done: "The closing note is checked", check_note_words: "You sign the closing note as its checker; whoever closed the volume does not.", width: "Width of the box (mm)", width_words: "Empty: the usual width. Boxes come in 20, 30, 40 and 50 mm.",
    millimetres: "Thickness (mm)", thickness_words: "0 estimates it from the pages.", no_box: "There is no box of its year, chapter and retention; make one.", stands: "Now at {place}", none_free: "No free place has room for it; “Shelf map” lays out more.", lent_to: "On loan", with: "with {borrower}, due {due}", missing: "Missing", thick: "Thickness",
    measured: "{count} mm, measured", estimated: "about {count} mm, by its pages", checked_by: "Closing note checked by", unchecked: "waits for its checker", places: "Where it has stood ({count})", now: "now",
  },
});
