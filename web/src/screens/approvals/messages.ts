import { defineMessages } from "@/i18n";

export default defineMessages("approvals", {
  zh: {
    list: "待审批事项", all: "全部事项", key_approve: "批准", key_refuse: "不批准，写明原因", approve_many: "批准所选", approved_many: "已批准 {count} 项", empty: "没有等待您审批的事项。",
    what: "事项", who: "申请人", until: "日期", evidence: "依据", changes: "拟修改", review_after: "复审日期", refuse_title: "不批准：{title}", restore: "恢复文件", confirm: "确认销毁",
    confirm_words: "确认后该文件的内容将永久销毁，仅保留目录与记录。", page_of: "第 {page} 页，共 {pages} 页", no_page: "没有可供查看的页面。", rows: "清册中的案卷", open_record: "打开记录", not_now: "现在不能由您审批。", next_page: "下一页", previous_page: "上一页",
  },
  en: {
    list: "Waiting for a decision", all: "Everything", key_approve: "approve", key_refuse: "refuse, with a reason", approve_many: "Approve those chosen", approved_many: "{count} approved", empty: "Nothing waits for your decision.",
    what: "About", who: "Asked by", until: "Day", evidence: "Evidence", changes: "Wanted changes", review_after: "Review again after", refuse_title: "Refuse: {title}", restore: "Restore the item", confirm: "Confirm destruction",
    confirm_words: "Once confirmed, what the item holds is destroyed for ever; its catalogue entry and events stay.", page_of: "Page {page} of {pages}", no_page: "There is no page to look at.", rows: "Volumes of the list", open_record: "Open the record", not_now: "You cannot approve this now.", next_page: "next page", previous_page: "previous page",
  },
});

defineMessages("asking", {
  zh: { loan: "借阅", amendment: "修改", removal: "删除", confirmation: "最终确认", access: "查阅权", disposition: "销毁清册" },
  en: { loan: "Loan", amendment: "Change", removal: "Removal", confirmation: "Final confirmation", access: "Access", disposition: "Disposition list" },
});

defineMessages("track", {
  zh: { both: "纸质与电子", paper: "仅纸质", electronic: "仅电子" },
  en: { both: "both tracks", paper: "paper alone", electronic: "file alone" },
});
