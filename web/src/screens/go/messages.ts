import { defineMessages } from "@/i18n";

export default defineMessages("go", {
  zh: { looking: "正在查找 {code}…", nothing: "没有找到编码 {code} 对应的记录。", search: "检索这个编码" },
  en: { looking: "Looking for {code}…", nothing: "No record has the code {code}.", search: "Search for it" },
});
