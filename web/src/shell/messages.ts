import { defineMessages } from "@/i18n";

export default defineMessages("shell", {
  zh: {
    skip: "跳到正文", menu: "主菜单", fold: "收起菜单", unfold: "展开菜单", search: "检索：题名、正文、客户、编号、库位…", search_number: "客户、案卷或文件编号", search_label: "检索", suggestions: "客户", language: "English",
    language_label: "切换到英文", user: "用户菜单", sign_out: "退出", keys: "键盘", keys_title: "键盘快捷键", jobs: "进行中的工作", jobs_none: "现在没有工作在进行。",
    job_cancel: "取消", job_forget: "清除",
    key_search: "到检索框", key_keys: "显示快捷键", key_escape: "关闭、离开输入框",
  },
  en: {
    skip: "Skip to content", menu: "Main menu", fold: "Fold the menu", unfold: "Unfold the menu", search: "Search titles, text, customers, numbers, shelves…", search_number: "Number of a customer, a volume or an item", search_label: "Search", suggestions: "Customers", language: "中文",
    language_label: "Switch to Chinese", user: "User menu", sign_out: "Sign out", keys: "Keyboard", keys_title: "Keyboard shortcuts", jobs: "Work in progress", jobs_none: "No work is in progress.",
    job_cancel: "Cancel", job_forget: "Clear",
    key_search: "go to the search box", key_keys: "show the keys", key_escape: "close; leave a field",
  },
});

defineMessages("group", {
  zh: { daily: "日常", archive: "档案", paper: "纸质与库房", decisions: "审批与处置", oversight: "统计与管理" },
  en: { daily: "Daily", archive: "Archive", paper: "Paper and stacks", decisions: "Decisions", oversight: "Oversight" },
});

defineMessages("screen", {
  zh: { workbench: "工作台", search: "检索", customers: "客户", customer: "客户", cataloguing: "编目", filing: "签字归档", item: "文件", original: "原件", volume: "案卷", statistics: "统计", approvals: "审批", loans: "借阅台", scan: "扫描", go: "查找编码", ingest: "收件", disposition: "结卷与处置", "shelf-map": "库位图", upkeep: "保管", print: "打印中心", administration: "管理", binder: "理页",
    login: "登录", nowhere: "没有这一页" },
  en: { workbench: "Workbench", search: "Search", customers: "Customers", customer: "Customer", cataloguing: "Cataloguing", filing: "Sign and file", item: "Item", original: "Original", volume: "Volume", statistics: "Statistics", approvals: "Approvals", loans: "Loan desk", scan: "Scan mode", go: "Find a code", ingest: "Ingest", disposition: "Closing and disposition", "shelf-map": "Shelf map", upkeep: "Upkeep", print: "Print centre", administration: "Administration", binder: "Sort pages",
    login: "Sign in", nowhere: "No such page" },
});

defineMessages("job", {
  zh: {
    waiting: "等待", running: "进行中", done: "完成", failed: "失败", cancelled: "已取消", interrupted: "中断", ingest: "收件", close: "年度结卷", recognise: "文字识别",
    reindex: "重建索引", transfer_pack: "移交打包", dispose_execute: "执行销毁",
  },
  en: {
    waiting: "waiting", running: "running", done: "done", failed: "failed", cancelled: "cancelled", interrupted: "interrupted", ingest: "Ingest", close: "Year closing", recognise: "Recognition",
    reindex: "Index", transfer_pack: "Transfer package", dispose_execute: "Destruction",
  },
});
