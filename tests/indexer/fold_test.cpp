#include "indexer/fold.h"

#include "base/text.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace twofold;
using namespace twofold::indexer;

namespace {

std::string folded(std::string_view text) { return to_utf8(fold(text).text); }

std::string character(char32_t c) { return to_utf8(std::u32string_view(&c, 1)); }

bool is_radical(char32_t c) { return c >= 0x2E80 && c <= 0x2FDF; }

// Every assigned plane of characters, surrogates left out.
template <typename Take>
void each_character(const Take& take) {
  for (char32_t c = 0; c < 0x32400; ++c)
    if (c < 0xD800 || c > 0xDFFF) take(c);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fold_test)

BOOST_AUTO_TEST_CASE(widths_case_accents_and_ligatures_are_one) {
  BOOST_TEST(folded("ＡＢｃ１２３") == "abc123");
  BOOST_TEST(folded("Müller ÉCOLE Straße ﬁle Łódź") == "muller ecole strasse file lodz");
  BOOST_TEST(folded("e\u0301te\u0301") == "ete");
  BOOST_TEST(folded("ﾊﾞｽ") == folded("バス"));
  BOOST_TEST(folded("①㎡") == "1m2");
}

BOOST_AUTO_TEST_CASE(traditional_and_simplified_are_one) {
  BOOST_TEST(folded("臺灣銀行總經理審閱契約書") == "台湾银行总经理审阅契约书");
  BOOST_TEST(folded("參加會議") == "参加会议");
  BOOST_TEST(folded("黃金戶頭說明") == folded("黄金户头说明"));
  BOOST_TEST(folded("黒査戸歩毎呉") == "黑查户步每吴");
}

BOOST_AUTO_TEST_CASE(formal_numerals_are_plain_ones) {
  BOOST_TEST(folded("壹贰叁肆伍陆柒捌玖拾佰仟萬") == "一二三四五六七八九十百千万");
  BOOST_TEST(folded("壹貳叄肆伍陸柒捌玖拾") == "一二三四五六七八九十");
  BOOST_TEST(folded("弌弍弎") == "一二三");
  BOOST_TEST(folded("二〇二四年") == "二零二四年");
  BOOST_TEST(folded("参加廿卅") == "参加廿卅");
}

BOOST_AUTO_TEST_CASE(every_radical_folds_to_a_character_of_its_own) {
  int radicals = 0;
  for (char32_t c = 0x2E80; c <= 0x2FD5; ++c) {
    if (c == 0x2E9A || (c >= 0x2EF4 && c < 0x2F00)) continue;  // unassigned
    const auto text = fold(character(c)).text;
    BOOST_REQUIRE_EQUAL(text.size(), 1U);
    BOOST_TEST(is_han(text[0]));
    BOOST_TEST(!is_radical(text[0]), "U+" << static_cast<std::uint32_t>(c));
    ++radicals;
  }
  BOOST_TEST(radicals == 115 + 214);
  BOOST_TEST(folded("⼈民⾦⾏⺠⻓⻔⻛⻩⻋⼾⾒") == "人民金行民长门风黄车户见");
}

BOOST_AUTO_TEST_CASE(compatibility_ideographs_are_the_ordinary_ones) {
  BOOST_TEST(folded("\uF9D1\uF90A") == "六金");
  BOOST_TEST(folded("\U0002F800\U0002F804") == folded("丽你"));
  BOOST_TEST(folded("葛\U000E0100城") == "葛城");  // a variation selector
}

BOOST_AUTO_TEST_CASE(white_space_and_invisible_characters_between_han_vanish) {
  BOOST_TEST(folded("合 同\n编　号") == "合同编号");
  BOOST_TEST(folded("合\u200B同\uFEFF编\u200D号\u00AD码") == "合同编号码");
  BOOST_TEST(folded("合 \u200B 同") == "合同");
  BOOST_TEST(folded("合同  no. \t12 页") == "合同 no. 12 页");
}

BOOST_AUTO_TEST_CASE(invisible_characters_inside_words_vanish) {
  BOOST_TEST(folded("con\u00ADtract in\u200Bvoice pay\u200Cment") == "contract invoice payment");
}

BOOST_AUTO_TEST_CASE(a_word_parted_at_a_line_end_is_joined) {
  BOOST_TEST(folded("the con-\ntract") == "the contract");
  BOOST_TEST(folded("con\u2010 \r\n   tract") == "contract");
  BOOST_TEST(folded("con\u00AD\ntract") == "contract");
  BOOST_TEST(folded("CON-\nTRACT") == "contract");
}

BOOST_AUTO_TEST_CASE(what_is_no_parted_word_is_not_joined) {
  BOOST_TEST(folded("con-\n\ntract") == "con- tract");
  BOOST_TEST(folded("con- tract") == "con- tract");
  BOOST_TEST(folded("word —\nword—\nword") == "word - word- word");
  BOOST_TEST(folded("Anglo-\nSaxon") == "anglo-saxon");
  BOOST_TEST(folded("pages 3-\nthe") == "pages 3- the");
  BOOST_TEST(folded("-\nitem") == "- item");
}

BOOST_AUTO_TEST_CASE(a_code_parted_at_a_line_end_keeps_its_hyphen) {
  BOOST_TEST(folded("2024-\n00123") == "2024-00123");
  BOOST_TEST(folded("A001-KH-\nABC") == "a001-kh-abc");
  BOOST_TEST(folded("KH-\n2024") == "kh-2024");
  BOOST_TEST(folded("KH-\nX2024") == "kh-x2024");
}

BOOST_AUTO_TEST_CASE(dashes_and_middle_dots_are_one_sign_each) {
  BOOST_TEST(folded("2024–1—2−3‑4－5") == "2024-1-2-3-4-5");
  BOOST_TEST(folded("约翰·史密斯") == folded("约翰・史密斯"));
  BOOST_TEST(folded("约翰•史密斯") == "约翰.史密斯");
}

BOOST_AUTO_TEST_CASE(a_broken_byte_is_a_space) {
  BOOST_TEST(folded("ab\xFFgh") == "ab gh");
  BOOST_TEST(folded("合\xE5\x90同") == "合同");
}

BOOST_AUTO_TEST_CASE(folding_any_character_twice_changes_nothing_more) {
  int wrong = 0;
  each_character([&](char32_t c) {
    const auto once = folded(to_utf8(std::u32string{U'x', c, U'中'}));
    if (folded(once) != once) ++wrong;
  });
  BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_CASE(folding_random_text_twice_changes_nothing_more) {
  const std::u32string letters = U"aB1-.\n \t中壹參é\u200B\u00AD\u0301—①ガ한㋿ﷺ〇⼾·";
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::u32string text;
    for (int i = 0; i < 12; ++i) text += letters[random() % letters.size()];
    const auto once = folded(to_utf8(text));
    BOOST_REQUIRE_EQUAL(folded(once), once);
  }
}

BOOST_AUTO_TEST_CASE(each_folded_character_knows_the_byte_it_comes_from) {
  const std::string text = "合 同 ＡＢ㎡ con-\ntract 萬";
  const Folded result = fold(text);
  BOOST_REQUIRE_EQUAL(result.source.size(), result.text.size() + 1);
  BOOST_TEST(std::ranges::is_sorted(result.source));
  BOOST_TEST(result.source.back() == text.size());
  BOOST_TEST(to_utf8(result.text) == "合同 abm2 contract 万");
  for (std::size_t i = 0; i < result.text.size(); ++i) {
    const auto from = text.substr(result.source[i]);
    const std::string original = from.substr(0, static_cast<unsigned char>(from[0]) < 0x80 ? 1 : 3);
    BOOST_TEST(folded(original).find(character(result.text[i])) != std::string::npos, "at " << i);
  }
}

BOOST_AUTO_TEST_CASE(no_bytes_whatever_break_the_fold) {
  std::mt19937 random(11);
  for (int round = 0; round < 200'000; ++round) {
    std::string bytes(random() % 24, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const Folded result = fold(bytes);
    const bool sound = result.source.size() == result.text.size() + 1 && result.source.back() == bytes.size() &&
                       std::ranges::is_sorted(result.source);
    BOOST_REQUIRE(sound);
  }
}

BOOST_AUTO_TEST_SUITE_END()
