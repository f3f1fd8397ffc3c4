#include "scanner/worker/page/page_text.h"

#include <boost/test/unit_test.hpp>

namespace twofold::scanner {

BOOST_AUTO_TEST_SUITE(page_text_test)

BOOST_AUTO_TEST_CASE(spaces_stand_between_latin_words_and_never_between_han) {
  BOOST_TEST(page_text({{"客户", {0, 0, 40, 20}, 90, 0}, {"档案", {60, 0, 40, 20}, 90, 0}}) == "客户档案\n");
  BOOST_TEST(page_text({{"annual", {0, 0, 40, 20}, 90, 0}, {"report", {46, 0, 40, 20}, 90, 0}}) == "annual report\n");
  BOOST_TEST(page_text({{"said.”", {0, 0, 40, 20}, 90, 0}, {"How", {46, 0, 40, 20}, 90, 0}}) == "said.” How\n");
}

BOOST_AUTO_TEST_CASE(a_number_joins_its_han_neighbour_unless_a_column_parts_them) {
  BOOST_TEST(page_text({{"2024", {0, 0, 40, 20}, 90, 0}, {"年", {44, 0, 20, 20}, 90, 0}}) == "2024年\n");
  BOOST_TEST(page_text({{"金额", {0, 0, 40, 20}, 90, 0}, {"128.50", {100, 0, 60, 20}, 90, 0}}) == "金额 128.50\n");
}

BOOST_AUTO_TEST_CASE(lines_end_where_the_recogniser_ended_them) {
  BOOST_TEST(page_text({{"一", {0, 0, 20, 20}, 90, 0}, {"二", {0, 30, 20, 20}, 90, 1}}) == "一\n二\n");
  BOOST_TEST(page_text({}).empty());
}

BOOST_AUTO_TEST_CASE(narrow_punctuation_beside_han_becomes_wide_and_in_numbers_stays) {
  std::vector<Word> words{{"编号:", {0, 0, 60, 20}, 90, 0},
                          {"2024:1", {70, 0, 60, 20}, 90, 0},
                          {"(元)", {140, 0, 50, 20}, 90, 0}};
  widen_punctuation(words);
  BOOST_TEST(words[0].text == "编号：");
  BOOST_TEST(words[1].text == "2024:1");
  BOOST_TEST(words[2].text == "（元）");
}

BOOST_AUTO_TEST_CASE(spaces_inside_a_recognised_word_vanish_between_han) {
  BOOST_TEST(without_spaces_between_wide("合 同 A B") == "合同A B");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
