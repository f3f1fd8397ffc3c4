import { defineMessages } from "@/i18n";

export default defineMessages("customer", {
  zh: {
    matrix: "年度 × 类别", items: "全部文件", record: "客户资料", gaps: "缺口", no_gaps: "材料齐全", category: "类别", paper_of: "纸质 {paper} / 电子 {electronic}",
    saved: "已保存。", partial: "只显示前 {count} 件。", unprinted: "缺纸质 {count}", empty: "—",
    record_what: "登记", spend: "消费", spend_title: "登记消费", spend_done: "已登记消费", yuan: "金额（元）", discharge: "出院", discharge_title: "登记出院", discharge_done: "已登记出院，三天后应回访", call: "回访", call_title: "登记回访", call_done: "已登记回访", outcome: "回访结果",
    certify: "证件", certify_title: "登记证件", certify_done: "已登记证件", holder: "持证人", certificate: "证件名称", settle: "结清欠款", settle_title: "登记结清欠款", settle_done: "已登记结清", classes: "等级变动", class_before: "原等级", class_after: "等级", no_classes: "等级没有变动。",
  },
  en: {
    matrix: "Years × categories", items: "All items", record: "Customer record", gaps: "Gaps", no_gaps: "Complete", category: "Category", paper_of: "paper {paper} / files {electronic}",
    saved: "Saved.", partial: "Only the first {count} item is shown. | Only the first {count} items are shown.", unprinted: "{count} without paper", empty: "—",
    record_what: "Record", spend: "Spending", spend_title: "Record spending", spend_done: "The spending is recorded", yuan: "Yuan", discharge: "Discharge", discharge_title: "Record a discharge", discharge_done: "Recorded; a call is due in three days", call: "Call", call_title: "Record a call", call_done: "The call is recorded", outcome: "Outcome",
    certify: "Certificate", certify_title: "Record a certificate", certify_done: "The certificate is recorded", holder: "Holder", certificate: "Certificate", settle: "Settlement of debt", settle_title: "Record that the debt is settled", settle_done: "The settlement is recorded", classes: "Class history", class_before: "Before", class_after: "Class", no_classes: "The class has not changed.",
  },
});
