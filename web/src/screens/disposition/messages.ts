import { defineMessages } from "@/i18n";

export default defineMessages("disposition", {
  zh: {
    closing: "年度结卷", due: "到期鉴定", lists: "销毁清册", holds: "冻结", transfers: "移交", tabs: "步骤", check: "检查", close: "结卷 {year}", blockers: "尚有 {count} 项阻碍结卷", clear: "没有阻碍，可以结卷。", closed: "已结卷", closed_volumes: "已结卷，形成 {count} 卷", contents: "{items} 件 · {pages} 页", close_words: "结卷后案卷不能重新打开。",
    as_of: "截止日期", draw: "拟定清册", track: "处置载体", extend: "延期", extended: "已延期", drawn: "已拟定清册", review_after: "复审日期", sign: "鉴定签字", sign_transfer: "移交签字", witness: "同意监销", approve: "批准", verify: "校验", execute: "执行销毁", signed: "已签字", witnessed: "已同意监销", executed: "已销毁",
    sound: "校验无误", faults: "发现 {count} 处问题", form: "打印清册", certificate: "销毁证明", appraisers: "鉴定人", witnesses: "监销人", cooled_on: "可执行日期", drawn_by: "拟定人", execute_note: "执行人与监销人必须是两个人；执行后内容无法恢复。", blocked: "障碍", place_hold: "冻结", lift: "解除冻结", lifted: "已解除", held: "已冻结", target: "客户、案卷或文件编号",
    year_hint: "选择年度，检查哪些事项阻碍结卷。", not_due_yet: "只有今日已到期的案卷才能列入清册。", from_day: "{day} 起", blocked_chosen: "所选案卷中有的尚有障碍，不能列入清册。", none_due: "到这一天没有到期的案卷。", none_lists: "还没有销毁清册；在“到期鉴定”中选择案卷拟定。", none_to_witness: "没有待您监销的清册。", none_holds: "没有冻结。", none_transfers: "还没有移交。", draw_transfer: "拟定移交", volumes_list: "案卷号（每行一个）", receiver: "接收单位", giver_leader: "移出方领导", giver_handler: "移出方经办人", receiver_leader: "接收方领导", receiver_handler: "接收方经办人", side: "签字位置", pack: "打包", packed: "已打包", complete: "完成移交", completed: "已完成", cancel: "撤销移交", cancelled: "已撤销", print: "打印交接文据", all_holds: "含已解除", steps: "步骤",
  },
  en: {
    closing: "Year closing", due: "Due for appraisal", lists: "Disposition lists", holds: "Holds", transfers: "Transfers", tabs: "Steps", check: "Check", close: "Close {year}", blockers: "{count} thing block the closing | {count} things block the closing", clear: "Nothing blocks: the year can be closed.", closed: "Closed", closed_volumes: "Closed: {count} volume | Closed: {count} volumes", contents: "{items} items · {pages} pages", close_words: "A closed volume is never opened again.",
    as_of: "As of", draw: "Draw a list", track: "What is disposed of", extend: "Extend", extended: "Extended", drawn: "The list is drawn", review_after: "Review again after", sign: "Sign as appraiser", sign_transfer: "Sign", witness: "Agree to witness", approve: "Approve", verify: "Verify", execute: "Destroy", signed: "Signed", witnessed: "Witness agreed", executed: "Destroyed",
    sound: "Verified: nothing is wrong", faults: "{count} fault found | {count} faults found", form: "Print the list", certificate: "Certificate", appraisers: "Appraisers", witnesses: "Witnesses", cooled_on: "May be executed from", drawn_by: "Drawn by", execute_note: "Executor and witness must be two persons; what is destroyed cannot come back.", blocked: "Blocked by", place_hold: "Place a hold", lift: "Lift the hold", lifted: "Lifted", held: "Held", target: "Customer, volume or item",
    year_hint: "Choose a year and check what blocks its closing.", not_due_yet: "Only what is due today can be put on a list.", from_day: "from {day}", blocked_chosen: "Some of the chosen volumes are blocked and cannot be listed.", none_due: "Nothing is due by that day.", none_lists: "There are no lists yet; draw one from the volumes due for appraisal.", none_to_witness: "No list waits for you as a witness.", none_holds: "Nothing is held.", none_transfers: "There are no transfers yet.", draw_transfer: "Draw a transfer", volumes_list: "Volumes, one a line", receiver: "Receiver", giver_leader: "Giving leader", giver_handler: "Giving handler", receiver_leader: "Receiving leader", receiver_handler: "Receiving handler", side: "Signs as", pack: "Make the package", packed: "Packed", complete: "Complete", completed: "Completed", cancel: "Cancel the transfer", cancelled: "Cancelled", print: "Print the deed", all_holds: "Lifted ones too", steps: "Steps",
  },
});

defineMessages("disposition_state", {
  zh: { listed: "已列入", approved: "已批准（冷却期）", executing: "执行中", certified: "已销毁并出证", refused: "未批准", destroyed: "已销毁", drawn: "已拟定", completed: "已完成", cancelled: "已撤销", lifted: "已解除", in_force: "有效" },
  en: { listed: "Listed", approved: "Approved, waiting", executing: "Being executed", certified: "Destroyed, certified", refused: "Refused", destroyed: "Destroyed", drawn: "Drawn", completed: "Completed", cancelled: "Cancelled", lifted: "Lifted", in_force: "In force" },
});

// Why a volume that is due may not be listed; the server tells the keys.
defineMessages("obstacle", {
  zh: {
    disposition: {
      permanent: "永久保管", not_yet: "保管期限未满", under_review: "已退回，待复审日期", not_bound: "未装订成卷", gone: "已移交或销毁", already_listed: "已列入销毁清册", on_transfer: "已列入移交", on_loan: "已借出", held: "已冻结",
      debt_unsettled: "涉及未结清的欠款", in_fonds_file: "全宗卷引用了其中的文件", proves_rectification: "是未销号整改的凭据",
    },
  },
  en: {
    disposition: {
      permanent: "kept permanently", not_yet: "retention not over", under_review: "waits for its review date", not_bound: "not bound", gone: "transferred or destroyed", already_listed: "on a disposition list", on_transfer: "on a transfer", on_loan: "on loan", held: "under a hold",
      debt_unsettled: "debts not settled", in_fonds_file: "named in the fonds file", proves_rectification: "proves an open rectification",
    },
  },
});

defineMessages("track", { zh: { both: "纸质与电子", paper: "仅纸质", electronic: "仅电子" }, en: { both: "both tracks", paper: "paper alone", electronic: "file alone" } });

defineMessages("disposition", {
  zh: { check_notes: "检查备考表", unchecked_notes: "{year} 年待检查的备考表", no_unchecked: "{year} 年没有待检查的备考表。" },
  en: { check_notes: "Check the closing notes", unchecked_notes: "Closing notes of {year} that wait for their checker", no_unchecked: "No closing note of {year} waits for its checker." },
});
