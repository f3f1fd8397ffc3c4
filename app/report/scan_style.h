#pragma once
// The look of the scan report, on screen and on paper.

#include <string_view>

namespace twofold::app {

inline constexpr std::string_view kScanStyle = R"css(
:root{--ink:#1d2733;--soft:#5d6b7a;--line:#dbe1e8;--paper:#fff;--ground:#f3f5f8;--accent:#1f5f8b;
--sure:#1b8a4b;--fair:#8a9a1b;--weak:#d9820f;--poor:#c8322b}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);
font:15px/1.55 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
main{max-width:1760px;margin:0 auto;padding:28px 32px 48px}
h1{font-size:26px;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:19px;margin:36px 0 10px;overflow-wrap:anywhere}
h3{font-size:16px;margin:0}
.sub{color:var(--soft);margin:0 0 14px}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;margin:0;padding:0;list-style:none;font-size:13px;color:var(--soft)}
.legend i{display:inline-block;width:20px;height:12px;margin-right:6px;border:2px solid;border-radius:2px;vertical-align:-1px}
table{border-collapse:collapse;width:100%;background:var(--paper);border:1px solid var(--line);border-radius:8px;
overflow:hidden;font-size:14px;font-variant-numeric:tabular-nums}
th,td{padding:6px 14px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
th:first-child,td:first-child{text-align:left}
tr:last-child td{border-bottom:0}
th{font-weight:600;color:var(--soft);background:#fafbfc}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
.page{background:var(--paper);border:1px solid var(--line);border-radius:10px;margin:22px 0;padding:18px 20px 20px}
.bar{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;margin-bottom:12px}
.facts{display:flex;flex-wrap:wrap;gap:6px;margin:0;padding:0;list-style:none;font-size:13px}
.facts li{background:#eef3f7;border-radius:12px;padding:2px 11px}
.facts li.flag{background:#fdf0dd;color:#7d4a06}
.cpu{display:flex;flex-wrap:wrap;align-items:center;gap:4px 16px;font-size:12.5px;color:var(--soft);margin-bottom:14px}
.cpu svg{flex:1 1 220px;height:10px;min-width:160px;border-radius:5px}
.cpu b{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:5px}
.views{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr) minmax(0,1fr);gap:18px;align-items:start}
.views.words{grid-template-columns:minmax(0,1fr)}
figure{margin:0}
figcaption,.caption{font-size:13px;font-weight:600;color:var(--soft);margin:0 0 6px}
.sheet{position:relative;border:1px solid var(--line);background:#fff;line-height:0}
.sheet img{width:100%;height:auto;display:block}
.sheet svg{position:absolute;inset:0;width:100%;height:100%}
rect.w{vector-effect:non-scaling-stroke;stroke-width:1;fill-opacity:.1}
rect.w:hover{fill-opacity:.4;stroke-width:2}
.sure{stroke:var(--sure);fill:var(--sure);color:var(--sure)}.fair{stroke:var(--fair);fill:var(--fair);color:var(--fair)}
.weak{stroke:var(--weak);fill:var(--weak);color:var(--weak)}.poor{stroke:var(--poor);fill:var(--poor);color:var(--poor)}
.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);background:#fcfdfe;padding:12px 14px;
font-size:14px;margin:0;font-family:inherit}
.text:empty{display:none}
.note{color:var(--soft);border:1px dashed var(--line);padding:14px;margin:0}
.failed{border-left:5px solid var(--poor)}
.failed p{margin:4px 0 0}
ul.inside{margin:6px 0 0;padding-left:22px}
@media (max-width:1000px){.views{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.views>.read{grid-column:1/-1}
main{padding:18px 14px}}
@media print{@page{size:A4 landscape;margin:11mm}body{background:#fff;font-size:10pt;-webkit-print-color-adjust:exact;
print-color-adjust:exact}main{padding:0;max-width:none}.page{border:0;padding:0;margin:0;break-before:page}
.views{grid-template-columns:minmax(0,1fr) minmax(0,1fr) minmax(0,1fr)}.views.words{grid-template-columns:minmax(0,1fr)}
.views>.read{grid-column:auto}.sheet img{max-height:150mm;object-fit:fill}.text{font-size:8pt;padding:6px}
.bar,.cpu{break-after:avoid}figure{break-inside:avoid}a{color:inherit}}
)css";

}  // namespace twofold::app
