import { defineMessages } from "@/i18n";

export default defineMessages("ingest", {
  zh: {
    drop: "把文件夹、压缩包或扫描件拖到这里", files: "选择文件", folder: "选择文件夹", fields: "著录信息（可留空，稍后编目）", customer: "户号", customer_name: "客户名称", commit: "收件 {count} 个文件", known_count: "{count} 个文件档案中已有，不再发送",
    list: "收件的文件", name: "文件", progress: "进度", outcome: "结果", take_out: "移出", again: "继续收件", to_drafts: "去编目", to_binder: "去理页", reading: "正在计算校验值…", sending: "正在发送 {percent}%", working: "服务器正在读取…", done: "收件完成", paper: "有纸质原件", hint: "中断的上传会从断点继续；已有的文件会在提交前标出。",
  },
  en: {
    drop: "Drop a folder, a zip or scans here", files: "Choose files", folder: "Choose a folder", fields: "What is known of them (may wait for cataloguing)", customer: "Customer no.", customer_name: "Customer's name", commit: "Take in {count} file | Take in {count} files", known_count: "{count} file is in the archive already and is not sent | {count} files are in the archive already and are not sent",
    list: "Files taken in", name: "File", progress: "Progress", outcome: "Outcome", take_out: "Take out", again: "Take in more", to_drafts: "Go to cataloguing", to_binder: "Sort their pages", reading: "Digesting…", sending: "Sending {percent} %", working: "The server is reading…", done: "Taken in", paper: "There is a paper original", hint: "A broken upload goes on where it stopped; files that are known are marked before anything is sent.",
  },
});

defineMessages("ingest_state", {
  zh: { waiting: "等待", reading: "计算校验值", new: "新文件", known: "档案中已有", twice: "本次重复", sending: "发送中", sent: "已发送", draft: "草稿", duplicate: "重复，未收", quarantined: "已隔离", failed: "失败" },
  en: { waiting: "Waiting", reading: "Digesting", new: "New", known: "In the archive already", twice: "Given twice", sending: "Sending", sent: "Sent", draft: "Draft", duplicate: "Duplicate, left out", quarantined: "Quarantined", failed: "Failed" },
});
