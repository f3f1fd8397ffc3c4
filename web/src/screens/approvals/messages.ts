import { defineMessages } from "@/i18n";

export default defineMessages("approvals", {
  zh: {
    list: "待审批事项", all: "全部事项", key_approve: "批准", key_refuse: "不批准，写明原因", empty: "没有等待您审批的事项。", empty_held: "没有可以恢复的已删除文件。",
    what: "事项", who: "申请人", until: "日期", evidence: "依据", changes: "拟修改", review_after: "复审日期", restore: "恢复文件", restored: "文件已恢复", held_note: "已删除；确认销毁之前随时可以恢复，保留期至 {day}。", confirm: "确认销毁",
    confirm_words: "确认后该文件的内容将永久销毁，仅保留目录与记录。", page_of: "第 {page} 页，共 {pages} 页", no_page: "没有可供查看的页面。", rows: "清册中的案卷", open_record: "打开记录", not_now: "现在不能由您审批。", next_page: "下一页", nothing_common: "所选事项没有可以一起办理的步骤。", previous_page: "上一页",
  },
  en: {
    list: "Waiting for a decision", all: "Everything", key_approve: "approve", key_refuse: "refuse, with a reason", empty: "Nothing waits for your decision.", empty_held: "Nothing is removed that could be restored.",
    what: "About", who: "Asked by", until: "Day", evidence: "Evidence", changes: "Wanted changes", review_after: "Review again after", restore: "Restore the item", restored: "The item is restored", held_note: "Removed; it can be restored until its destruction is confirmed, which is not before the end of {day}.", confirm: "Confirm destruction",
    confirm_words: "Once confirmed, what the item holds is destroyed for ever; its catalogue entry and events stay.", page_of: "Page {page} of {pages}", no_page: "There is no page to look at.", rows: "Volumes of the list", open_record: "Open the record", not_now: "You cannot approve this now.", next_page: "next page", nothing_common: "Nothing can be done with all that is chosen.", previous_page: "previous page",
  },
});

defineMessages("asking", {
  zh: { loan: "借阅", amendment: "修改", removal: "删除", confirmation: "最终确认", held: "已删除，可恢复", access: "查阅权", disposition: "销毁清册" },
  en: { loan: "Loan", amendment: "Change", removal: "Removal", confirmation: "Final confirmation", held: "Removed, restorable", access: "Access", disposition: "Disposition list" },
});

defineMessages("track", {
  zh: { both: "纸质与电子", paper: "仅纸质", electronic: "仅电子" },
  en: { both: "both tracks", paper: "paper alone", electronic: "file alone" },
});
