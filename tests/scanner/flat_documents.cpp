#include "tests/scanner/flat_documents.h"

#include <glib.h>

namespace twofold::scanner::testing {
namespace {

const std::string kNames =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

std::string flat(const std::string& kind, const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document" + kNames +
         " office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument." + kind + "\">" + body +
         "</office:document>";
}

std::string picture_frame(const std::string& png, const std::string& place) {
  if (png.empty()) return {};
  char* const base64 = g_base64_encode(reinterpret_cast<const guchar*>(png.data()), png.size());
  std::string frame = "<draw:frame " + place + "><draw:image><office:binary-data>" + base64 +
                      "</office:binary-data></draw:image></draw:frame>";
  g_free(base64);
  return frame;
}

std::string paragraph(const std::string& text) { return "<text:p>" + text + "</text:p>"; }

std::string cell(const std::string& text) {
  return "<table:table-cell office:value-type=\"string\">" + paragraph(text) + "</table:table-cell>";
}

}  // namespace

std::string flat_letter(const std::string& png) {
  const std::string list =
      "<text:list text:style-name=\"L1\"><text:list-item>" + paragraph("标的物") + "</text:list-item><text:list-item>" +
      paragraph("价款") + "</text:list-item></text:list>";
  const std::string note = "<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
                           "<text:note-body><text:p>税率按百分之六</text:p></text:note-body></text:note>";
  const std::string comment = "<office:annotation><dc:creator>李审核</dc:creator><dc:date>2026-03-01T10:00:00</dc:date>"
                              "<text:p>金额待核</text:p></office:annotation>";
  const std::string box =
      "<draw:frame text:anchor-type=\"paragraph\" svg:width=\"6cm\" svg:height=\"2cm\"><draw:text-box>"
      "<text:p>紧急</text:p></draw:text-box></draw:frame>";
  const std::string picture =
      picture_frame(png, "text:anchor-type=\"as-char\" svg:width=\"14cm\" svg:height=\"3cm\"");
  return flat(
      "text",
      "<office:meta><dc:title>采购合同</dc:title></office:meta><office:automatic-styles>"
      "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-prefix=\"第\" "
      "style:num-suffix=\"条\" style:num-format=\"一, 二, 三, ...\"/></text:list-style>"
      "<style:page-layout style:name=\"pm1\"><style:page-layout-properties fo:page-width=\"21cm\" "
      "fo:page-height=\"29.7cm\"/>"
      "<style:header-style><style:header-footer-properties fo:min-height=\"1cm\"/></style:header-style>"
      "<style:footer-style><style:header-footer-properties fo:min-height=\"1cm\"/></style:footer-style>"
      "</style:page-layout></office:automatic-styles><office:master-styles>"
      "<style:master-page style:name=\"Standard\" style:page-layout-name=\"pm1\"><style:header>" +
          paragraph("北京公司") + "</style:header><style:footer>" + paragraph("内部资料") +
          "</style:footer></style:master-page></office:master-styles>"
          "<office:body><office:text>" +
          paragraph("甲方采购货物" + note + "，特订本合同。") + list +
          "<table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"2\"/><table:table-row>" +
          cell("日期") + cell("金额") + "</table:table-row><table:table-row>" + cell("2026-03-01") + cell("5000") +
          "</table:table-row></table:table>" + paragraph("总价五千元" + comment + "整。") +
          paragraph(box + "请速办理。") + paragraph(picture) + paragraph("此致敬礼") +
          "</office:text></office:body>");
}

std::string flat_sheets() {
  const std::string styles =
      "<office:automatic-styles><number:date-style style:name=\"N1\"><number:year number:style=\"long\"/><number:text>/"
      "</number:text><number:month/><number:text>/</number:text><number:day/></number:date-style>"
      "<number:percentage-style style:name=\"N2\"><number:number number:decimal-places=\"1\" "
      "number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>"
      "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
      "<style:style style:name=\"share\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>"
      "<style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties table:display=\"false\"/>"
      "</style:style></office:automatic-styles>";
  const std::string note = "<office:annotation><dc:creator>李审核</dc:creator><text:p>已核对</text:p></office:annotation>";
  return flat(
      "spreadsheet",
      styles + "<office:body><office:spreadsheet><table:table table:name=\"还款\"><table:table-column "
      "table:number-columns-repeated=\"4\"/><table:table-row>" + cell("客户") + cell("日期") +
      "<table:table-cell/>" + cell("比例") + "</table:table-row><table:table-row><table:table-cell "
      "office:value-type=\"string\">" + note + paragraph("王府井") + "</table:table-cell><table:table-cell "
      "table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"2026-03-01\"><text:p>2026/3/1</text:p>"
      "</table:table-cell><table:table-cell/><table:table-cell table:style-name=\"share\" "
      "office:value-type=\"percentage\" office:value=\"0.125\"><text:p>12.5%</text:p></table:table-cell>"
      "</table:table-row></table:table><table:table table:name=\"底稿\" table:style-name=\"hidden\">"
      "<table:table-row>" + cell("草稿") + "</table:table-row></table:table></office:spreadsheet></office:body>");
}

std::string flat_slides(const std::string& png) {
  const auto box = [](const std::string& kind, const std::string& top, const std::string& text) {
    const std::string place = " svg:x=\"2cm\" svg:width=\"20cm\" svg:height=\"2cm\" svg:y=\"" + top + "\"";
    return "<draw:frame" + kind + place + "><draw:text-box>" + paragraph(text) + "</draw:text-box></draw:frame>";
  };
  const std::string notes = "<presentation:notes><draw:frame presentation:class=\"notes\" svg:x=\"2cm\" svg:y=\"14cm\" "
                            "svg:width=\"16cm\" svg:height=\"10cm\"><draw:text-box>" + paragraph("先讲背景") +
                            "</draw:text-box></draw:frame></presentation:notes>";
  const std::string table =
      "<draw:frame svg:x=\"2cm\" svg:y=\"4cm\" svg:width=\"20cm\" svg:height=\"4cm\"><table:table>"
      "<table:table-column/><table:table-column/><table:table-row>" +
      cell("季度") + cell("收入") + "</table:table-row><table:table-row>" + cell("一季度") + cell("八百万") +
      "</table:table-row></table:table></draw:frame>";
  const std::string picture =
      picture_frame(png, "svg:x=\"2cm\" svg:y=\"10cm\" svg:width=\"20cm\" svg:height=\"4cm\"");
  return flat("presentation",
              "<office:body><office:presentation><draw:page draw:name=\"p1\">" + box("", "8cm", "市场回暖") +
                  box(" presentation:style-name=\"pr1\" presentation:class=\"title\"", "1cm", "行业趋势") + notes +
                  "</draw:page><draw:page draw:name=\"p2\">" +
                  box(" presentation:class=\"title\"", "1cm", "经营数据") + table + picture +
                  "</draw:page></office:presentation></office:body>");
}

}  // namespace twofold::scanner::testing
