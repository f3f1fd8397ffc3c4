import { defineMessages } from "@/i18n";

export default defineMessages("customers", {
  zh: { list: "名单", number: "按编号", class: "按分类", focus: "重点客户", birthdays: "生日", calls: "回访", certificates: "证件", gaps: "材料缺口", mismatches: "记载不符", month: "月份", all_classes: "全部分类",
    tabs: "视图", meetings: "会议", focus_meeting: "重点客户会议", focus_meeting_title: "登记重点客户会议", class_meeting: "等级会议", class_meeting_title: "登记客户等级会议", review: "登记检讨", review_title: "登记半年或年度检讨", recorded: "已登记会议", held_on: "开会日期", minutes: "纪要", period: "期间", month_hint: "月份，例如 2026-03", quarter_hint: "季度，例如 2026-Q1", period_hint: "期间，例如 2026-H1 或 2026",
    decided: "所定客户 {count} 位", none_meetings: "还没有登记会议。", how_meeting: "在客户名单中选择客户，登记重点客户会议或等级会议。" },
  en: { list: "List", number: "By number", class: "By class", focus: "Focus", birthdays: "Birthdays", calls: "Calls due", certificates: "Certificates", gaps: "Gaps", mismatches: "Mismatches", month: "Month", all_classes: "All classes",
    tabs: "View", meetings: "Meetings", focus_meeting: "Focus meeting", focus_meeting_title: "Record a meeting about the customers in focus", class_meeting: "Class meeting", class_meeting_title: "Record a meeting about classes", review: "Record a review", review_title: "Record a review of a half-year or a year", recorded: "The meeting is recorded", held_on: "Held on", minutes: "Minutes", period: "Period", month_hint: "Month, such as 2026-03", quarter_hint: "Quarter, such as 2026-Q1", period_hint: "Period, such as 2026-H1 or 2026",
    decided: "{count} customer decided on | {count} customers decided on", none_meetings: "No meeting is recorded yet.", how_meeting: "Choose customers in their list to record a meeting about focus or classes." },
});

defineMessages("list_field", {
  zh: { birthday: "生日", discharged: "出院", call_due: "应回访", certificate: "证件", expires_on: "有效期至" },
  en: { birthday: "Birthday", discharged: "Discharged", call_due: "Call due", certificate: "Certificate", expires_on: "Expires" },
});

defineMessages("meeting_kind", {
  zh: { focus: "重点客户", class: "客户等级", half_year: "半年检讨", year: "年度检讨" },
  en: { focus: "Customers in focus", class: "Customer classes", half_year: "Half-year review", year: "Year review" },
});
