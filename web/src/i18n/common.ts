// Words that every screen uses: the fields, states and roles of the archive, the buttons, the problems.
import { defineMessages } from "@/i18n";

defineMessages("common", {
  zh: {
    do: "确定", cancel: "取消", close: "关闭", save: "保存", again: "重试", open: "打开", more: "更多", all: "全部", none: "无", back: "返回",
    reason: "原因", reason_missing: "请写明原因", loading: "正在载入…", nothing: "没有内容", yes: "是", no: "否", search: "检索", print: "打印",
    done_for: "已办理 {count} 项", download: "下载", refresh: "刷新", required: "必填", date: "日期", approve: "批准", refuse: "不批准", done: "已完成", saved: "已保存", of: "{part} / {whole}",
    approve_done: "已批准", refuse_done: "已退回", add: "添加", remove: "移除", edit: "修改", from: "自", to: "至", year: "年度", next: "下一个", previous: "上一个",
  },
  en: {
    do: "OK", cancel: "Cancel", close: "Close", save: "Save", again: "Try again", open: "Open", more: "More", all: "All", none: "None", back: "Back",
    reason: "Reason", reason_missing: "Please give a reason", loading: "Loading…", nothing: "Nothing here", yes: "Yes", no: "No", search: "Search", print: "Print",
    done_for: "Done for {count} record | Done for {count} records", download: "Download", refresh: "Refresh", required: "Required", date: "Date", approve: "Approve", refuse: "Refuse", done: "Done", saved: "Saved", of: "{part} of {whole}",
    approve_done: "Approved", refuse_done: "Refused", add: "Add", remove: "Remove", edit: "Change", from: "From", to: "To", year: "Year", next: "Next", previous: "Previous",
  },
});

defineMessages("problem", {
  zh: { status: "服务器回答 {status}。", unreachable: "连不上服务器。请检查网络后重试。" },
  en: { status: "The server answered {status}.", unreachable: "The server cannot be reached. Check the network and try again." },
});

defineMessages("field", {
  zh: {
    number: "编号", reference_code: "档号", provisional: "临时号", storage_id: "电子文件编码", title: "题名", customer: "客户", customer_number: "户号",
    manager: "客户经理", category: "类别", chapter: "卷章", document_type: "材料类型", document_number: "文号", responsible: "责任者", date: "日期", year: "年度",
    retention: "保管期限", state: "状态", items: "件数", pages: "页数", page: "页", volume: "案卷", sequence: "顺序号", first_page: "页号", shelf: "库位",
    container: "盒号", borrower: "借阅人", department: "部门", due: "应还", returned_at: "实还", address: "存址", format: "格式", size: "大小", sha256: "SHA-256",
    checked: "上次校验", source_name: "来源文件", class: "客户等级", phone: "电话", requested_by: "申请人", decided_by: "审批人", requested_at: "申请时间", reason: "原因",
    kind: "种类", person: "人员", at: "时间", actor: "操作人", action: "动作", subject: "对象", room: "库房", note: "备注", before: "原值", after: "新值",
    keep_until: "保留期止", cause: "缘由", until: "有效期至", scope: "范围", target: "对象", name: "名称", roles: "角色", volumes: "案卷数", loans: "借阅",
    destroyed: "销毁", transferred: "移交", paper: "纸质", electronic: "电子", first_date: "起始日期", last_date: "终止日期", obstacles: "障碍", eligible_since: "到期日",
    rule: "规则", signatures: "签字", refusal: "不批准的理由", field: "项目", expected: "客户资料", says: "文件记载", gaps: "缺口", pair: "双套比对",
    promoted_from: "原为日常档案", box: "盒", place: "库位", finding: "发现问题", measure: "措施", condition: "归还状况", approved_by: "审批人", count: "数量",
  },
  en: {
    number: "Number", reference_code: "Reference code", provisional: "Provisional number", storage_id: "Storage ID", title: "Title", customer: "Customer", customer_number: "Customer no.",
    manager: "Account manager", category: "Category", chapter: "Chapter", document_type: "Document type", document_number: "Document no.", responsible: "Responsible", date: "Date", year: "Year",
    retention: "Retention", state: "State", items: "Items", pages: "Pages", page: "Page", volume: "Volume", sequence: "Sequence", first_page: "First page", shelf: "Shelf",
    container: "Box", borrower: "Borrower", department: "Department", due: "Due", returned_at: "Returned", address: "Address", format: "Format", size: "Size", sha256: "SHA-256",
    checked: "Last check", source_name: "Source file", class: "Class", phone: "Phone", requested_by: "Asked by", decided_by: "Decided by", requested_at: "Asked", reason: "Reason",
    kind: "Kind", person: "Person", at: "Time", actor: "By", action: "Action", subject: "Subject", room: "Room", note: "Note", before: "Before", after: "After",
    keep_until: "Kept until", cause: "Cause", until: "Until", scope: "Scope", target: "Target", name: "Name", roles: "Roles", volumes: "Volumes", loans: "Loans",
    destroyed: "Destroyed", transferred: "Transferred", paper: "Paper", electronic: "Electronic", first_date: "First date", last_date: "Last date", obstacles: "Obstacles", eligible_since: "Eligible since",
    rule: "Rule", signatures: "Signatures", refusal: "Reason of refusal", field: "Field", expected: "Customer record", says: "Document says", gaps: "Gaps", pair: "Paper and file",
    promoted_from: "Once a daily record", box: "Box", place: "Place", finding: "Finding", measure: "Measure", condition: "Condition", approved_by: "Approved by", count: "Count",
  },
});

defineMessages("state", {
  zh: {
    draft: "草稿", proofed: "已校对", signed: "已签字", filed: "已归档", bound: "已装订", struck: "已剔除", destroyed: "已销毁", removed: "已删除（保留期）", amending: "修改中",
    open: "活页", closing: "结卷中", shelved: "已上架", on_loan: "借出", eligible: "到期", listed: "列入清册", extended: "已延期", transferred: "已移交", held: "冻结",
    requested: "待审批", applied: "已修改", refused: "未批准", hold: "保留期", restored: "已恢复", approved: "已批准", out: "借出", returned: "已还待检", closed: "已归还",
    damaged: "归还有损", lost: "遗失", withdrawn: "已撤回", overdue: "逾期", granted: "已授予", daily: "日常档案", appraised: "已鉴定", drawn: "已拟定", cooling: "冷却期", executed: "已执行",
  },
  en: {
    draft: "Draft", proofed: "Proofread", signed: "Signed", filed: "Filed", bound: "Bound", struck: "Struck", destroyed: "Destroyed", removed: "Removed (held)", amending: "Being amended",
    open: "Loose-leaf", closing: "Closing", shelved: "Shelved", on_loan: "On loan", eligible: "Eligible", listed: "Listed", extended: "Extended", transferred: "Transferred", held: "Held",
    requested: "Asked for", applied: "Applied", refused: "Refused", hold: "Held", restored: "Restored", approved: "Approved", out: "Out", returned: "To be checked", closed: "Closed",
    damaged: "Damaged", lost: "Lost", withdrawn: "Withdrawn", overdue: "Overdue", granted: "Granted", daily: "Daily record", appraised: "Appraised", drawn: "Drawn", cooling: "Cooling", executed: "Executed",
  },
});

// What a complete customer lacks, by kind; the name is that of the document type or the field.
defineMessages("gap", {
  zh: { type: "缺{name}", field: "资料未填：{name}", copy: "未核验原件：{name}", half: "缺另一半：{name}", twin: "未打印纸质件：{name}", outdated: "应更新：{name}" },
  en: { type: "Missing: {name}", field: "Not filled in: {name}", copy: "Original not seen: {name}", half: "Other half missing: {name}", twin: "Not printed: {name}", outdated: "To be renewed: {name}" },
});

defineMessages("pair", {
  zh: { unchecked: "未校验", same: "一致", different: "不一致", broken: "异常" },
  en: { unchecked: "Unchecked", same: "Same", different: "Different", broken: "Broken" },
});

defineMessages("signature", {
  zh: { proofread: "校对", customer: "客户签名", waiver: "免签", handler: "经办人", leader: "直接领导" },
  en: { proofread: "Proofread", customer: "Customer", waiver: "Waiver", handler: "Handler", leader: "Leader" },
});

defineMessages("role", {
  zh: {
    employee: "员工", account_manager: "客户经理", department_manager: "部门经理", sales_manager: "销售部经理", general_manager: "总经理",
    archivist: "档案员", leader: "领导", auditor: "审计员", administrator: "管理员",
  },
  en: {
    employee: "Employee", account_manager: "Account manager", department_manager: "Department manager", sales_manager: "Sales manager", general_manager: "General manager",
    archivist: "Archivist", leader: "Leader", auditor: "Auditor", administrator: "Administrator",
  },
});
