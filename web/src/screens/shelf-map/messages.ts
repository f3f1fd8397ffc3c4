import { defineMessages } from "@/i18n";

export default defineMessages("shelf_map", {
  zh: { map: "库位图", stocktakes: "盘点", part: "范围（如 K1-02）", show: "显示", fill: "已用 {used} / {whole} 毫米", places: "已放 {taken} / {whole}", free: "空位", lent: "借出", missing: "缺失", nothing: "这一范围没有库位。", more: "后面还有架层，请缩小范围。", place: "库位 {place}", borrower: "借给 {borrower}，应还 {due}", svg: "下载 SVG", walked: "已走架层", expected: "应有", seen: "已见", mend: "按盘点结果处理", mended: "已处理 {count} 项", finish: "结束盘点", finished: "盘点已结束", scan: "扫描盘点", mend_words: "库位、缺失与归还将按盘点所见登记。", finish_words: "结束后不能再向这次盘点补扫。", no_findings: "没有发现差异。", no_stocktakes: "还没有盘点。", start: "开始盘点", tabs: "视图" },
  en: { map: "Map", stocktakes: "Stocktakes", part: "Part, such as K1-02", show: "Show", fill: "{used} of {whole} mm used", places: "{taken} of {whole} taken", free: "free", lent: "on loan", missing: "missing", nothing: "There are no places in this part.", more: "There are more shelves; name a smaller part.", place: "Place {place}", borrower: "With {borrower}, due {due}", svg: "Download SVG", walked: "Shelves walked", expected: "Expected", seen: "Seen", mend: "Mend by the stocktake", mended: "{count} thing mended | {count} things mended", finish: "Finish", finished: "The stocktake is finished", scan: "Scan", mend_words: "Places, what is missing and what came back are recorded as the stocktake has seen them.", finish_words: "Nothing more can be scanned into it then.", no_findings: "Nothing differs.", no_stocktakes: "There are no stocktakes yet.", start: "Start one", tabs: "View" },
});

defineMessages("stocktake_state", { zh: { open: "进行中", finished: "已结束" }, en: { open: "Open", finished: "Finished" } });
defineMessages("stocktake_finding", {
  zh: { missing: "缺失", misplaced: "错位", unexpected: "无库位记录", on_loan: "借出而在架", found: "失而复得", unread: "未识别" },
  en: { missing: "Missing", misplaced: "Misplaced", unexpected: "Unexpected", on_loan: "On loan but there", found: "Found again", unread: "Unread" },
});
