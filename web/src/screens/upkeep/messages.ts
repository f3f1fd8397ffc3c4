import { defineMessages } from "@/i18n";

export default defineMessages("upkeep", {
  zh: {
    tabs: "保管事项", inspections: "保管检查", patrols: "库房巡查", climate: "温湿度", alarms: "超限记录", rectifications: "整改", list: "名单", all: "全部", unresolved: "未处理", overdue: "已逾期", all_volumes: "全部案卷", this_year: "今年", key_record: "登记一条",
    inspect: "登记检查", inspect_title: "登记保管检查", inspect_done: "已登记检查", resolve: "处理完毕", resolve_title: "登记处理结果", resolve_done: "已登记处理结果", damages: "损坏情况", no_damage: "无损坏", treatment: "处理", inspector: "检查人", follow_up: "复查日期", resolved: "处理完毕", resolution: "处理结果", miscount: "清点 {counted} 页，应有 {expected} 页",
    patrol: "登记巡查", patrol_title: "登记库房巡查", patrol_done: "已登记巡查", nothing_found: "未发现问题",
    read: "登记读数", read_title: "登记温湿度", read_done: "已登记读数", read_alarm: "已登记读数：超出限度，请采取措施", limits: "纸质档案：{least}–{most} ℃，{damp}–{dampest} %RH。", celsius: "温度 ℃", humidity: "湿度 %RH", out_of_limits: "超限次数", readings: "读数", missing: "缺读数", missing_on: "缺 {count} 次读数", celsius_change: "最大日温差", humidity_change: "最大日湿差", period: "期间", whole_year: "{year} 全年", no_room: "请选择或写下库房。",
    rectify: "登记整改", rectify_title: "登记整改", rectify_done: "已登记整改", notice: "发出通知", notice_title: "整改通知", notice_done: "已登记通知", report: "回报整改", report_title: "整改回报", report_done: "已登记回报", check: "复查", check_title: "整改复查", check_done: "已登记复查", words: "说明", evidence: "凭据（文件编号）", due: "期限", result: "复查结果", target: "客户、案卷或文件编号（不填则为整个档案室）", whole_archive: "整个档案室", steps: "步骤",
    none_inspections: "还没有保管检查。按 n 登记。", none_patrols: "没有巡查记录。按 n 登记。", none_climate: "这一年没有读数。按 n 登记。", none_alarms: "没有超限的读数。", none_rectifications: "没有未销号的整改。",
  },
  en: {
    tabs: "What is kept", inspections: "Inspections", patrols: "Patrols", climate: "Climate", alarms: "Out of limits", rectifications: "Rectifications", list: "List", all: "All", unresolved: "Not yet resolved", overdue: "Overdue", all_volumes: "All volumes", this_year: "This year", key_record: "record one",
    inspect: "Record an inspection", inspect_title: "Record a condition inspection", inspect_done: "The inspection is recorded", resolve: "Resolve", resolve_title: "What was done about it", resolve_done: "Resolved", damages: "Damages", no_damage: "No damage", treatment: "Treatment", inspector: "Inspected by", follow_up: "Follow-up", resolved: "Resolved", resolution: "Resolution", miscount: "{counted} pages counted, {expected} expected",
    patrol: "Record a patrol", patrol_title: "Record a patrol", patrol_done: "The patrol is recorded", nothing_found: "Nothing found",
    read: "Record a reading", read_title: "Record a reading", read_done: "The reading is recorded", read_alarm: "Recorded: it is out of limits, so something must be done", limits: "Paper bears {least}–{most} ℃ and {damp}–{dampest} %RH.", celsius: "℃", humidity: "%RH", out_of_limits: "Out of limits", readings: "Readings", missing: "Missing", missing_on: "{count} reading missing | {count} readings missing", celsius_change: "Largest daily change, ℃", humidity_change: "Largest daily change, %RH", period: "Period", whole_year: "All of {year}", no_room: "Choose a room, or write one.",
    rectify: "Open a rectification", rectify_title: "Open a rectification", rectify_done: "The rectification is open", notice: "Give notice", notice_title: "Notice of rectification", notice_done: "The notice is recorded", report: "Report the work", report_title: "Report the work", report_done: "The report is recorded", check: "Inspect", check_title: "Inspect the work", check_done: "The inspection is recorded", words: "In words", evidence: "Evidence (number of an item)", due: "Due", result: "Result", target: "Customer, volume or item (empty: the whole archive)", whole_archive: "The whole archive", steps: "Steps",
    none_inspections: "No volume was inspected yet. Press n to record one.", none_patrols: "There are no patrols. Press n to record one.", none_climate: "There are no readings of this year. Press n to record one.", none_alarms: "No reading was out of limits.", none_rectifications: "Nothing is waiting to be put right.",
  },
});

defineMessages("upkeep_state", {
  zh: { follow_up: "待复查", resolved: "已处理", noted: "有损坏", sound: "完好", unresolved: "待处理", open: "待通知", out_of_limits: "超限", readings_missing: "缺读数", noticed: "已通知", reported: "待复查", passed: "合格" },
  en: { follow_up: "Follow-up", resolved: "Resolved", noted: "Damaged", sound: "Sound", unresolved: "Not resolved", open: "Open", out_of_limits: "Out of limits", readings_missing: "Readings missing", noticed: "Notice given", reported: "To be inspected", passed: "Passed" },
});

defineMessages("patrol_kind", { zh: { pest: "防虫", light: "防光", fire: "防火", theft: "防盗" }, en: { pest: "Pests", light: "Light", fire: "Fire", theft: "Theft" } });

defineMessages("rectification_step", {
  zh: { finding: "发现", notice: "通知", report: "回报", failed: "复查不合格", passed: "复查合格" },
  en: { finding: "Found", notice: "Notice", report: "Report", failed: "Not passed", passed: "Passed" },
});
