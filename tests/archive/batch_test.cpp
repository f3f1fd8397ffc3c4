#include "archive/batch.h"

#include <boost/test/unit_test.hpp>

namespace twofold::archive {
namespace {

scanner::SurveyedPage page() { return {}; }
scanner::SurveyedPage blank() {
  scanner::SurveyedPage made;
  made.blank = true;
  return made;
}
scanner::SurveyedPage patch() {
  scanner::SurveyedPage made;
  made.patch_t = true;
  return made;
}
scanner::SurveyedPage unread() {
  scanner::SurveyedPage made;
  made.unread_code = true;
  return made;
}
scanner::SurveyedPage says(const std::string& text) {
  scanner::SurveyedPage made;
  made.codes = {{"qr", text}};
  return made;
}
scanner::SurveyedPage sheet(const std::string& customer, int pages = 0) {
  return says(SheetCode{SheetKind::Separator, SeparatorTarget{customer, 2, "contract_text"}.text(), pages}.text());
}

// "K1:2,3 -:5 page_count:6,7": of each part the customer or the trouble, and its pages from 1.
std::string parts(const std::vector<scanner::SurveyedPage>& pages, Splitting how = Splitting::AtSheets, bool blanks_known = false) {
  std::string all;
  for (const auto& part : split_batch(pages, how, blanks_known, "b.tif").parts) {
    all += (all.empty() ? "" : " ") + (part.trouble ? part.trouble->reason : part.sheet ? part.sheet->customer : "-") + ":";
    for (const auto at : part.pages) {
      if (all.back() != ':') all += ',';
      all += std::to_string(at + 1);
    }
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_test)

BOOST_AUTO_TEST_CASE(pages_go_to_the_sheet_before_them_and_sheets_drop_out) {
  BOOST_TEST(parts({sheet("K1"), page(), page(), sheet("K2"), page()}) == "K1:2,3 K2:5");
}

BOOST_AUTO_TEST_CASE(pages_without_any_mark_are_one_document) {
  BOOST_TEST(parts({page(), page()}) == "");
  BOOST_TEST(parts({page(), unread(), page()}) == "");
  BOOST_TEST(parts({sheet("K1"), page()}, Splitting::Nowhere) == "");
}

BOOST_AUTO_TEST_CASE(what_a_sheet_says_never_holds_beyond_the_next_mark) {
  BOOST_TEST(parts({sheet("K1"), page(), patch(), page(), sheet("K2"), page()}) == "K1:2 -:4 K2:6");
  BOOST_TEST(parts({sheet("K1"), page(), unread(), page(), page()}) == "K1:2 unreadable_sheet:3,4,5");
}

BOOST_AUTO_TEST_CASE(pages_before_the_first_sheet_are_nobodys) {
  BOOST_TEST(parts({page(), page(), sheet("K1"), page()}) == "before_first_sheet:1,2 K1:4");
}

BOOST_AUTO_TEST_CASE(a_count_that_does_not_fit_sets_its_part_aside_and_no_other) {
  BOOST_TEST(parts({sheet("K1", 2), page(), page(), page(), sheet("K2", 1), page()}) == "page_count:2,3,4 K2:6");
  BOOST_TEST(parts({sheet("K1", 2), page(), sheet("K2", 1), page()}) == "page_count:2 K2:4");
}

BOOST_AUTO_TEST_CASE(blank_backs_of_a_duplex_feeder_do_not_count_and_the_sheets_own_goes) {
  const std::vector<scanner::SurveyedPage> pages = {sheet("K1", 2), blank(), page(), blank(), page(), blank()};
  BOOST_TEST(split_batch(pages, Splitting::AtSheets, false, "b.tif").blanks_wanted);
  BOOST_TEST(parts(pages, Splitting::AtSheets, true) == "K1:3,4,5,6");
}

BOOST_AUTO_TEST_CASE(a_sheet_without_pages_is_reported_with_itself) {
  BOOST_TEST(parts({sheet("K1", 3), sheet("K2"), page()}) == "empty_part:1 K2:3");
}

BOOST_AUTO_TEST_CASE(a_patch_t_parts_without_saying_anything) {
  BOOST_TEST(parts({page(), patch(), page(), page(), patch(), patch(), page()}) == "-:1 -:3,4 -:7");
}

BOOST_AUTO_TEST_CASE(blank_pages_part_only_where_asked) {
  const std::vector<scanner::SurveyedPage> pages = {page(), blank(), page(), blank(), blank(), page()};
  BOOST_TEST(parts(pages) == "");
  BOOST_TEST(parts(pages, Splitting::AtSheetsAndBlanks) == "-:1 -:3 -:6");
}

BOOST_AUTO_TEST_CASE(two_sheets_in_one_feed_and_misread_codes_are_not_guessed_at) {
  scanner::SurveyedPage two = sheet("K1");
  two.codes.push_back(sheet("K2").codes.front());
  BOOST_TEST(parts({sheet("K0"), page(), two, page()}) == "K0:2 unreadable_sheet:3,4");
  std::string misread = sheet("K3").codes.front().text;
  misread.back() = misread.back() == '0' ? '1' : '0';
  BOOST_TEST(parts({sheet("K0"), page(), says(misread), page()}) == "K0:2 unreadable_sheet:3,4");
  BOOST_TEST(parts({sheet("K0"), page(), says("TF2*SEPARATOR*X*0*0"), page()}) == "K0:2 unreadable_sheet:3,4");
  BOOST_TEST(parts({sheet("K0"), page(), says("https://example.org/invoice"), page()}) == "K0:2,3,4");
}

BOOST_AUTO_TEST_CASE(the_same_code_twice_on_a_page_is_one_sheet) {
  scanner::SurveyedPage twice = sheet("K1");
  twice.codes.push_back(twice.codes.front());
  BOOST_TEST(parts({twice, page()}) == "K1:2");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::archive
