#include "indexer/segmenter.h"

#include "base/text.h"
#include "indexer/fold.h"

#include <boost/test/unit_test.hpp>
#include <random>

using namespace twofold;
using namespace twofold::indexer;

namespace {

std::string cut(std::string_view text) {
  const auto folded = fold(text).text;
  std::string out;
  for (const auto word : words_of(folded)) out.append(out.empty() ? "" : "/").append(to_utf8(word));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(segmenter_test)

BOOST_AUTO_TEST_CASE(sentences_are_cut_into_words) {
  BOOST_TEST(cut("我来到北京清华大学") == "我/来到/北京/清华大学");
  BOOST_TEST(cut("研究生命的起源") == "研究/生命/的/起源");
  BOOST_TEST(cut("合同编号与付款方式") == "合同/编号/与/付款/方式");
  BOOST_TEST(cut("结婚的和尚未结婚的") == "结婚/的/和/尚未/结婚/的");
}

BOOST_AUTO_TEST_CASE(traditional_is_cut_as_simplified) {
  BOOST_TEST(cut("銀行總經理參加會議") == cut("银行总经理参加会议"));
  BOOST_TEST(cut("银行总经理参加会议") == "银行/总经理/参加/会议");
}

BOOST_AUTO_TEST_CASE(words_with_numerals_agree_with_the_fold) {
  BOOST_TEST(cut("中国大陆") == to_utf8(fold("中国").text) + "/" + to_utf8(fold("大陆").text));
}

BOOST_AUTO_TEST_CASE(unknown_characters_stand_alone) {
  BOOST_TEST(words_of(U"").empty());
  BOOST_TEST(cut("𠮷合同") == "𠮷/合同");
  BOOST_TEST(cut("𠀀𠀁") == "𠀀/𠀁");
}

BOOST_AUTO_TEST_CASE(the_pieces_of_any_run_make_up_the_run) {
  std::mt19937 random(3);
  for (const std::size_t length : {1U, 2U, 50U, 1999U, 2000U, 2001U, 9000U}) {
    std::u32string run;
    while (run.size() < length) run += static_cast<char32_t>(0x4E00 + random() % 3000);
    std::u32string joined;
    for (const auto word : words_of(run)) {
      BOOST_REQUIRE(!word.empty());
      BOOST_REQUIRE(word.data() == run.data() + joined.size());
      joined += word;
    }
    BOOST_TEST((joined == run));
  }
}

BOOST_AUTO_TEST_SUITE_END()
