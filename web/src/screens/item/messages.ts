import { defineMessages } from "@/i18n";

export default defineMessages("item", {
  zh: {
    tabs: "详细信息", catalogue: "编目", tracks: "双套", rights: "权限", timeline: "经过", pages: "各页", page: "第 {page} 页", find: "在本件中查找", hits: "{at} / {all}", no_hits: "本件没有这些词语", text: "文字", picture: "图像",
    original: "打开原件", download: "下载原件", key_next_page: "下一页", key_previous_page: "上一页", key_next_hit: "下一处", key_previous_hit: "上一处", key_text: "图像或文字",
    recogniser: "识别引擎", confidence: "识别可信度 {value}", no_text: "这一页没有文字。", amend: "申请修改", remove: "申请删除", restore: "恢复文件", restored: "文件已恢复。", removed: "已删除（{reason}），保留期至 {day}，确认销毁之前可以恢复。", not_readable: "您可以看目录，但不能看正文。", ask_access: "申请查阅",
    asked: "申请已提交。", until: "查阅至", signatures: "签字", no_signatures: "尚未签字", holds: "冻结", no_holds: "没有冻结", grants: "已授予的查阅权", no_grants: "没有另外授予的查阅权", retention: "保管",
    file_it: "归档", file_it_done: "已归档", promote: "归入大类", promote_done: "已归入大类", promote_customer: "客户编号（第五、六类不填）", promote_paper: "有纸质件", important: "标为重要", important_done: "已标为重要，待归类", compare: "与纸质扫描件比对", compare_scan: "纸质件的扫描件", compared: "比对结果：{result}",
    pictures: "下载比对图", verify: "已核对原件", verify_done: "已登记：您核对过原件", fact: "登记所载客户资料", fact_value: "文件上写的是（不填则清除）", fact_done: "已登记", reread: "重新识别", reread_done: "已重新识别 {count} 页", reread_kept: "识别结果没有更好，保留原文字。", accuracy: "识别引擎", accuracy_best: "最准确（较慢）", accuracy_fast: "较快", reading_copy: "下载阅读副本",
    amendments: "修改记录", no_events: "没有可以显示的经过。", no_audit: "审计记录只对审计员、总经理与管理员显示。",
  },
  en: {
    tabs: "Details", catalogue: "Catalogue", tracks: "Two tracks", rights: "Rights", timeline: "Timeline", pages: "Pages", page: "Page {page}", find: "Find in this item", hits: "{at} of {all}", no_hits: "These words are not in this item", text: "Text", picture: "Picture",
    original: "Open the original", download: "Download the original", key_next_page: "next page", key_previous_page: "previous page", key_next_hit: "next hit", key_previous_hit: "previous hit", key_text: "picture or text",
    recogniser: "Recogniser", confidence: "Confidence {value}", no_text: "This page has no text.", amend: "Ask for a change", remove: "Ask for removal", restore: "Restore the item", restored: "The item is restored.", removed: "Removed ({reason}), kept until {day}; it can be restored until its destruction is confirmed.", not_readable: "You may see the catalogue, but not the pages.", ask_access: "Ask to read",
    asked: "Your request has been sent.", until: "To read until", signatures: "Signatures", no_signatures: "Not signed yet", holds: "Holds", no_holds: "No hold", grants: "Granted to read", no_grants: "Nobody else was granted to read", retention: "Retention",
    file_it: "File it", file_it_done: "Filed", promote: "Move into a category", promote_done: "It stands in its category now", promote_customer: "Customer number (none in categories 5 and 6)", promote_paper: "There is paper of it", important: "Mark as important", important_done: "Marked: it waits to be moved into a category", compare: "Compare with a scan of the paper", compare_scan: "Scan of the paper", compared: "Compared: {result}",
    pictures: "Download what differs", verify: "Original seen", verify_done: "Recorded: you have seen the original", fact: "What it says of the customer", fact_value: "It says (empty: nothing)", fact_done: "Recorded", reread: "Recognise anew", reread_done: "Read anew: {count} page | Read anew: {count} pages", reread_kept: "It was read no better than before; the text stays.", accuracy: "Recogniser", accuracy_best: "The most exact (slower)", accuracy_fast: "Faster", reading_copy: "Download the reading copy",
    amendments: "Changes", no_events: "There is nothing to show.", no_audit: "The audit trail is shown to auditors, the general manager and administrators.",
  },
});

defineMessages("tracks", {
  zh: {
    paper: "纸质", electronic: "电子", no_paper: "没有纸质件", no_electronic: "没有电子文件", place: "库位", holder: "保管人", in_stack: "库房", box: "盒号", volume: "案卷", sequence: "顺序号 / 页号", volume_state: "案卷状态", note: "备注", address: "存址",
    format: "格式 / 大小", sha256: "SHA-256", agree: "两套互见一致。", disagree: "两套互见不一致", repair: "修复", repaired: "互见已按实际重写。", says: "记为 {said}，实际 {is}", empty: "空",
    paper_note: "纸质目录的备注", electronic_note: "电子目录的备注", pair: "双套比对", check: "记录比对结果", check_title: "比对 {number}", result: "结果", note_label: "备注", checked: "比对结果已记录。", by: "{person}，{day}",
  },
  en: {
    paper: "Paper", electronic: "Electronic", no_paper: "There is no paper", no_electronic: "There is no file", place: "Shelf", holder: "Holder", in_stack: "In the stacks", box: "Box", volume: "Volume", sequence: "Sequence / page", volume_state: "Volume state", note: "Note", address: "Address",
    format: "Format / size", sha256: "SHA-256", agree: "Both tracks point at each other.", disagree: "The tracks disagree", repair: "Repair", repaired: "The notes were written anew from what is true.", says: "says {said}, is {is}", empty: "nothing",
    paper_note: "Note in the paper catalogue", electronic_note: "Note in the electronic catalogue", pair: "Paper and file compared", check: "Record a comparison", check_title: "Compare {number}", result: "Result", note_label: "Note", checked: "The comparison is recorded.", by: "{person}, {day}",
  },
});

defineMessages("change", {
  zh: {
    amend_title: "申请修改", remove_title: "申请删除", because: "缘由", erroneous: "错误", outdated: "过期", dead: "死档", send: "提交申请", sent: "申请已提交，等待销售部经理审批。",
  },
  en: {
    amend_title: "Ask for a change", remove_title: "Ask for removal", because: "Cause", erroneous: "Erroneous", outdated: "Outdated", dead: "Dead", send: "Send", sent: "Sent; the sales manager decides.",
  },
});
