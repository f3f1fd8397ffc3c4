import { defineMessages } from "@/i18n";

export default defineMessages("filing", {
  zh: { list: "处于此状态的文件", draft: "待校对", proofed: "待签字", signed: "待归档", none_draft: "没有待校对的文件。", none_proofed: "没有待签字的文件。", none_signed: "没有待归档的文件；校对并签字之后在这里归档。" },
  en: { list: "Items in this state", draft: "To be proofread", proofed: "To be signed", signed: "To be filed", none_draft: "Nothing waits for proofreading.", none_proofed: "Nothing waits for a signature.", none_signed: "Nothing waits to be filed; items come here once proofread and signed." },
});
