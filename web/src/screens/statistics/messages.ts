import { defineMessages } from "@/i18n";

export default defineMessages("statistics", {
  zh: {
    by: "统计口径", year: "按年度", category: "按类别", manager: "按客户经理", class: "按客户等级", shown: "显示", chart: "图表", table: "数据表", agree: "统计与四种登记簿相符。", disagree: "统计与登记簿不符：", register: "登记数 {registered}，审计记录 {in_trail}",
    built: "建档率", built_of: "{built} / {qualified}", csv: "导出 CSV", registers: "登记簿", loans: "借阅登记", returns: "归还登记", transfers: "交接登记", disposition: "鉴定销毁登记", export_register: "导出", reconcile: "核对",
  },
  en: {
    by: "Counted by", year: "By year", category: "By category", manager: "By account manager", class: "By customer class", shown: "Shown", chart: "Chart", table: "Table", agree: "The statistics agree with the four registers.", disagree: "Statistics and registers disagree:", register: "registered {registered}, in the audit trail {in_trail}",
    built: "Built rate", built_of: "{built} of {qualified}", csv: "Export CSV", registers: "Registers", loans: "Loans", returns: "Returns", transfers: "Transfers", disposition: "Disposition", export_register: "Export", reconcile: "Reconcile",
  },
});
