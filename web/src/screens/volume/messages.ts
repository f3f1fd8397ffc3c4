import { defineMessages } from "@/i18n";

export default defineMessages("volume", {
  zh: { items: "卷内文件", check: "核对", faults: "核对发现 {count} 处问题", sound: "核对无误。", forms: "打印表格", borrow: "申请借阅", },
  en: { items: "Items of the volume", check: "Check", faults: "The check found {count} fault | The check found {count} faults", sound: "The check found no fault.", forms: "Print forms", borrow: "Ask to borrow", },
});
