// DOCX parts written by hand, for what an office suite does not write on demand.
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string paragraph(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }
std::string numbered(const std::string& list, int level, const std::string& text) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + list +
         "\"/></w:numPr></w:pPr>" + run(text) + "</w:p>";
}

struct Fixture {
  static Bench& bench() {
    static Bench shared;
    return shared;
  }
  TestFolder folder;
  std::string text_of(const std::string& body, const Entries& others = {}) {
    const Reading reading = bench().read(write_zip(folder / "文 件.docx", docx_of(body, others)));
    BOOST_TEST(failure_name(reading) == "", reading.detail);
    return whole_text(reading);
  }
};

const std::string kNumbering =
    "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
    "w:val=\"1\"/><w:numFmt "
    "w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"第%1条\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start "
    "w:val=\"1\"/>"
    "<w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
    "w:val=\"\xEF\x82\xB7\"/>"
    "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\">"
    "<w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    "w:val=\"11\"/></w:lvlOverride></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(word_documents_test, Fixture)

BOOST_AUTO_TEST_CASE(inserted_text_is_shown_and_deleted_text_is_not) {
  BOOST_TEST(text_of(paragraph(run("价款") +
                               "<w:del><w:r><w:delText>四千</w:delText></w:r><w:r><w:tab/></w:r></w:del><w:ins>" +
                               run("五千") + "</w:ins><w:moveFrom>" + run("旧处") + "</w:moveFrom>" + run("元"))) ==
             "价款五千元\n");
  const auto row = [](const std::string& marks, const std::string& text) {
    return "<w:tr><w:trPr>" + marks + "</w:trPr><w:tc>" + paragraph(run(text)) + "</w:tc></w:tr>";
  };
  BOOST_TEST(text_of("<w:tbl>" + row("<w:del/>", "删去的行") + row("<w:ins/>", "新增的行") + "</w:tbl>") == "新增的行\n");
}

BOOST_AUTO_TEST_CASE(lists_are_counted_as_their_numbering_says) {
  const std::string text = text_of(numbered("1", 0, "标的") + numbered("1", 1, "数量") + numbered("1", 1, "质量") +
                                       paragraph(run("说明")) + numbered("1", 0, "价款") + numbered("1", 1, "单价") +
                                       numbered("2", 0, "附则") + numbered("3", 0, "圆点"),
                                   {{"word/numbering.xml", kNumbering}});
  BOOST_TEST(text == "第一条 标的\n1.1 数量\n1.2 质量\n说明\n第二条 价款\n2.1 单价\n第十一条 附则\n圆点\n");
}

BOOST_AUTO_TEST_CASE(headings_are_numbered_by_their_style) {
  const std::string styles =
      "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style><w:style w:styleId=\"Clause\"><w:basedOn w:val=\"Base\"/></w:style>"
      "</w:styles>";
  const std::string clause = "<w:pPr><w:pStyle w:val=\"Clause\"/></w:pPr>";
  BOOST_TEST(text_of(paragraph(clause + run("甲")) + paragraph(clause + run("乙")),
                     {{"word/numbering.xml", kNumbering}, {"word/styles.xml", styles}}) == "第一条 甲\n第二条 乙\n");
}

BOOST_AUTO_TEST_CASE(a_text_box_is_read_once_and_after_the_line_it_hangs_on) {
  const std::string inside = "<w:txbxContent>" + paragraph(run("盖章处")) + "</w:txbxContent>";
  BOOST_TEST(text_of(paragraph("<w:r><mc:AlternateContent><mc:Choice><wps:txbx>" + inside + "</wps:txbx></mc:Choice>"
                               "<mc:Fallback><w:pict><v:textbox>" + inside + "</v:textbox></w:pict></mc:Fallback>"
                               "</mc:AlternateContent></w:r>" + run("甲方签字")) + paragraph(run("日期"))) ==
             "甲方签字\n盖章处\n日期\n");
}

BOOST_AUTO_TEST_CASE(fields_show_their_result_and_not_their_code) {
  const auto mark = [](const std::string& kind) { return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>"; };
  BOOST_TEST(text_of(paragraph(run("共") + mark("begin") + "<w:r><w:instrText>NUMPAGES</w:instrText></w:r>" +
                               run("IF码") + mark("separate") + run("12") + mark("end") + run("页"))) == "共12页\n");
  BOOST_TEST(text_of(paragraph(mark("begin") + run("没有结尾的码")) + paragraph(run("下一段"))) == "下一段\n");
}

BOOST_AUTO_TEST_CASE(notes_and_comments_follow_the_line_that_refers_to_them) {
  const auto note = [](const std::string& element, const std::string& facts, const std::string& text) {
    return "<w:" + element + " " + facts + ">" + paragraph(run(text)) + "</w:" + element + ">";
  };
  const Entries others{
      {"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\">" + note("footnote", "w:id=\"0\" w:type=\"separator\"", "——") +
                                 note("footnote", "w:id=\"2\"", "脚注") + "</w:footnotes>"},
      {"word/endnotes.xml", "<w:endnotes xmlns:w=\"w\">" + note("endnote", "w:id=\"2\"", "尾注") + "</w:endnotes>"},
      {"word/comments.xml", "<w:comments xmlns:w=\"w\">" + note("comment", "w:id=\"5\" w:author=\"王\"", "核对") +
                                note("comment", "w:id=\"9\" w:author=\"李\"", "无处可挂") + "</w:comments>"}};
  const std::string cell = "<w:tc>" + paragraph(run("甲") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") +
                           "</w:tc><w:tc>" + paragraph(run("乙")) + "</w:tc>";
  BOOST_TEST(text_of("<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>" +
                         paragraph(run("正文") +
                                   "<w:r><w:endnoteReference w:id=\"2\"/><w:commentReference w:id=\"5\"/></w:r>" +
                                   run("继续")),
                     others) == "甲[1]\t乙\n[1] 脚注\n正文[2]继续\n[2] 尾注\n[王] 核对\n[李] 无处可挂\n");
}

BOOST_AUTO_TEST_CASE(headers_repeated_by_sections_are_read_once) {
  const auto header = [](const std::string& text) {
    return "<w:hdr xmlns:w=\"w\">" + paragraph(run(text)) + "</w:hdr>";
  };
  BOOST_TEST(text_of(paragraph(run("正文")), {{"word/header1.xml", header("公司")},
                                              {"word/header2.xml", header("公司")},
                                              {"word/header3.xml", header("首页")},
                                              {"word/footer1.xml", header("页脚")}}) == "公司\n首页\n正文\n页脚\n");
}

BOOST_AUTO_TEST_CASE(tables_inside_of_cells_stay_on_the_line_of_their_row) {
  const std::string inner = "<w:tbl><w:tr><w:tc>" + paragraph(run("内一")) + "</w:tc><w:tc>" + paragraph(run("内二")) +
                            "</w:tc></w:tr></w:tbl>";
  BOOST_TEST(text_of("<w:tbl><w:tr><w:tc>" + inner + paragraph("") + "</w:tc><w:tc>" +
                     paragraph(run("外") + "<w:r><w:br/></w:r>" + run("二行")) + "</w:tc></w:tr></w:tbl>" +
                     paragraph(run("后"))) == "内一\t内二\t\t外 二行\n后\n");
}

BOOST_AUTO_TEST_CASE(a_damaged_picture_costs_the_picture_and_not_the_document) {
  const Entries others{{"word/_rels/document.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Target=\"media/image1.png\"/>"
                        "</Relationships>"},
                       {"word/media/image1.png", "\x89PNG\r\n\x1A\n and then nothing of a picture"}};
  BOOST_TEST(text_of(paragraph(run("前") + "<w:r><a:blip r:embed=\"rId1\"/></w:r>" + run("后")), others) == "前后\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
