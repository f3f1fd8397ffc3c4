import { defineMessages } from "@/i18n";

export default defineMessages("filing", {
  zh: { list: "处于此状态的文件", draft: "待校对", proofed: "待签字", signed: "待归档" },
  en: { list: "Items in this state", draft: "To be proofread", proofed: "To be signed", signed: "To be filed" },
});
