import { defineMessages } from "@/i18n";

export default defineMessages("signing", {
  zh: { proofread: "校对", handler: "经办人签字", leader: "领导签字", file: "归档", done: "{count} 件已办。" },
  en: { proofread: "Mark as proofread", handler: "Sign as handler", leader: "Sign as leader", file: "File", done: "{count} done." },
});
