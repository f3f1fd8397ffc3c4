import { defineMessages } from "@/i18n";

export default defineMessages("original", {
  zh: { back: "返回文件", page: "第 {page} / {pages} 页", failed: "原件不能在这里显示，请下载。" },
  en: { back: "Back to the item", page: "Page {page} of {pages}", failed: "The original cannot be shown here; download it." },
});
