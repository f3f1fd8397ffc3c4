import { defineMessages } from "@/i18n";

export default defineMessages("customers", {
  zh: { list: "名单", number: "按编号", class: "按分类", focus: "重点客户", birthdays: "生日", calls: "回访", certificates: "证件", gaps: "材料缺口", mismatches: "记载不符", month: "月份", all_classes: "全部分类" },
  en: { list: "List", number: "By number", class: "By class", focus: "Focus", birthdays: "Birthdays", calls: "Calls due", certificates: "Certificates", gaps: "Gaps", mismatches: "Mismatches", month: "Month", all_classes: "All classes" },
});

defineMessages("list_field", {
  zh: { birthday: "生日", discharged: "出院", call_due: "应回访", certificate: "证件", expires_on: "有效期至" },
  en: { birthday: "Birthday", discharged: "Discharged", call_due: "Call due", certificate: "Certificate", expires_on: "Expires" },
});
