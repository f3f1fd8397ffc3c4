import { defineMessages } from "@/i18n";

export default defineMessages("workbench", {
  zh: {
    hello: "{name}，今天有 {count} 件事等您处理", hello_none: "{name}，没有等您处理的事", all: "查看全部", more: "另有 {count} 项", clear: "没有待办", waiting: "待办", quiet: "没有待办的队列", mine: "我借的案卷",
    proofread: "待校对", lead: "待领导签字", file: "待归档", loans: "借阅申请", picks: "待出库", overdue: "逾期未还", returned: "归还待检", amendments: "修改申请", removals: "删除申请", confirm: "保留期满待确认", access: "查阅申请",
    gaps: "材料缺口", different: "两套不一致", follow_ups: "到期复查", alarms: "温湿度超限", promote: "重要日常档案待归类", appraise: "待鉴定签字", witness: "待监销签字", volume_count: "{count} 卷", was_due: "应还 {due}", gap_count: "缺 {count} 项",
  },
  en: {
    hello: "{name}, {count} thing waits for you | {name}, {count} things wait for you", hello_none: "{name}, nothing waits for you", all: "Show all", more: "{count} more", clear: "Nothing waits", waiting: "Waiting", quiet: "Queues with nothing in them", mine: "Volumes I have",
    proofread: "To be proofread", lead: "For a leader to sign", file: "To be filed", loans: "Loans asked for", picks: "To be fetched", overdue: "Overdue", returned: "Back, to be checked", amendments: "Changes asked for", removals: "Removals asked for", confirm: "Removals to be confirmed", access: "Asked to read",
    gaps: "Customers with gaps", different: "Tracks that differ", follow_ups: "Follow-ups due", alarms: "Climate out of limits", promote: "Daily records to be promoted", appraise: "Disposition lists to appraise", witness: "Disposition lists to witness", volume_count: "{count} volume | {count} volumes", was_due: "due {due}", gap_count: "{count} missing",
  },
});
