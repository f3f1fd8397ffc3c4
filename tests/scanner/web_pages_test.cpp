// Web pages and plain files of text.
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <glib.h>
#include <opencv2/imgcodecs.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

struct Fixture {
  static Bench& bench() {
    static Bench shared;
    return shared;
  }
  TestFolder folder;
  Reading read(const std::string& bytes) { return bench().read(write(folder / "网 页", bytes)); }
  std::string page(const std::string& body) { return whole_text(read("<html><body>" + body + "</body></html>")); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(web_pages_test, Fixture)

BOOST_AUTO_TEST_CASE(rows_of_data_are_lines_and_tables_that_arrange_the_page_are_not) {
  BOOST_TEST(page("<table><tr><th><p>日期</p></th><th>金额</th></tr><tr><td><div>3月<br>1日</div></td><td>5000</td></"
                  "tr></table>") == "日期\t金额\n3月 1日\t5000\n");
  BOOST_TEST(page("<table><tr><td><p>第一段</p><p>第二段</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></"
                  "table>") == "第一段\n第二段\na\tb\n");
}

BOOST_AUTO_TEST_CASE(lists_are_numbered_and_what_is_not_shown_is_not_read) {
  BOOST_TEST(page("<ol><li>甲<li>乙</ol><ul><li>丙</ul><p style=\"display: none\">隐</p><script>x</script>"
                  "<noscript>y</noscript><!-- z -->&lt;完&gt;&nbsp;&#8364;") == "1. 甲\n2. 乙\n丙\n<完>\xC2\xA0€\n");
}

BOOST_AUTO_TEST_CASE(words_for_pictures_forms_and_preformatted_lines_are_kept) {
  BOOST_TEST(page("<p>见<img src=\"a.png\" alt=\"公司印章\">处</p><input type=\"hidden\" value=\"no\"><input value=\"张三\">"
                  "<pre>a\n  b</pre>") == "见 公司印章 处\n张三\na\n  b\n");
}

BOOST_AUTO_TEST_CASE(the_charset_is_believed_when_the_bytes_agree) {
  const std::string gbk = "\xBC\xD7\xB7\xBD\xA3\xBA\xB1\xB1\xBE\xA9\xB7\xB9\xB5\xEA";
  for (const char* said : {"gb2312", "GBK", "iso-8859-1", "utf-8"}) {
    BOOST_TEST(
        whole_text(read("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" +
                        std::string(said) + "\"></head><body>" + gbk + "</body></html>")) == "甲方：北京饭店\n",
        said);
  }
  BOOST_TEST(
      whole_text(read(
          "<html><head><meta charset=\"windows-1251\"></head><body>\xC4\xEE\xE3\xEE\xE2\xEE\xF0</body></html>")) ==
      "Договор\n");
}

BOOST_AUTO_TEST_CASE(pictures_inside_of_a_page_are_read) {
  const cv::Mat drawn = drawn_page("Notice of payment 2026", 200, 18);
  std::vector<unsigned char> png;
  cv::imencode(".png", drawn(cv::Rect(150, 180, 1000, 120)).clone(), png);
  char* const base64 = g_base64_encode(png.data(), png.size());
  const std::string text =
      page("<p>before</p><img src=\"data:image/png;base64," + std::string(base64) + "\"><p>after</p>");
  g_free(base64);
  BOOST_TEST(text == "before\nafter\nNotice of payment 2026\n");
}

BOOST_AUTO_TEST_CASE(values_parted_by_any_separator_become_cells) {
  BOOST_TEST(whole_text(read("姓名,地址\n\"王,三\",\"北京\"\"东城\"\"\"\n李四,上海\n")) == "姓名\t地址\n王,三\t北京\"东城\"\n李四\t上海\n");
  BOOST_TEST(whole_text(read("a;b\n1,5;2\n3;4\n")) == "a\tb\n1,5\t2\n3\t4\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
