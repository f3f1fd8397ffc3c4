#include "indexer/question.h"

#include "base/text.h"

#include <boost/test/unit_test.hpp>

#include <fmt/format.h>
#include <random>
#include <span>

using namespace twofold;
using namespace twofold::indexer;

namespace {

// [a b] stands for an And of blanks, [& a b] for a written one, [| a b], !a, "phrase", beginning*, field=value.
std::string to_text(const Question& question) {
  std::string inner;
  for (const auto& part : question.parts) inner.append(inner.empty() ? "" : " ").append(to_text(part));
  switch (question.kind) {
    case Question::Kind::And: return fmt::format("[{}{}]", question.written ? "& " : "", inner);
    case Question::Kind::Or: return fmt::format("[| {}]", inner);
    case Question::Kind::Not: return fmt::format("!{}", inner);
    case Question::Kind::Word: return question.text;
    case Question::Kind::Phrase: return fmt::format("\"{}\"", question.text);
    case Question::Kind::Prefix: return fmt::format("{}*", question.text);
    case Question::Kind::Field: break;
  }
  return fmt::format("{}={}", question.field->name, question.text);
}

struct Read {
  std::string tree, ignored;
  std::size_t parts_ignored = 0;
  Question question;
};

Read read(std::string_view text) {
  std::vector<std::string> ignored;
  Read made;
  made.question = read_question(text, ignored);
  made.tree = to_text(made.question);
  made.parts_ignored = ignored.size();
  for (const auto& part : ignored) made.ignored.append(made.ignored.empty() ? "" : " | ").append(part);
  return made;
}

struct Case {
  std::string_view text, tree, ignored = "";
};

void check(std::span<const Case> cases) {
  for (const auto& row : cases) {
    const Read made = read(row.text);
    BOOST_TEST(made.tree == row.tree, "<" << row.text << "> read as " << made.tree << ", not " << row.tree);
    BOOST_TEST(made.ignored == row.ignored, "<" << row.text << "> left out <" << made.ignored << ">");
  }
}

std::size_t leaves(const Question& question) {
  if (question.parts.empty()) return question.kind == Question::Kind::And ? 0 : 1;
  std::size_t count = 0;
  for (const auto& part : question.parts) count += leaves(part);
  return count;
}

std::size_t depth(const Question& question) {
  std::size_t deepest = 0;
  for (const auto& part : question.parts) deepest = std::max(deepest, depth(part));
  return deepest + 1;
}

void check_bounds(const std::string& text) {
  const Read once = read(text);
  BOOST_REQUIRE(once.tree == read(text).tree);
  BOOST_REQUIRE(leaves(once.question) <= kMostWords);
  BOOST_REQUIRE(depth(once.question) <= 110U);
  BOOST_REQUIRE(once.parts_ignored <= 5 * kMostWords);
  BOOST_REQUIRE(is_utf8(once.tree) && is_utf8(once.ignored));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(question_test)

BOOST_AUTO_TEST_CASE(words_stand_together_and_keep_their_writing) {
  constexpr Case kCases[] = {
      {"", "[]"},
      {" \t\n　", "[]"},
      {"合同", "[合同]"},
      {"信用额度 contract", "[信用额度 contract]"},
      {"合同　协议\t附件\r\n清单", "[合同 协议 附件 清单]"},
      {"or and not Or", "[or and not Or]"},
      {"与 或 非", "[与 或 非]"},
      {"押金和定金", "[押金和定金]"},
      {"+合同 +“王府 集团”", "[合同 \"王府 集团\"]"},
      {"A001-KH·02·2024", "[A001-KH·02·2024]"},
      {"O’Neil don't", "[O’Neil don't]"},
      {"’tis O’Neil", "[’tis O’Neil]"},
      {"‘O’Neil & Co’ ‘王府’集团", "[\"O’Neil & Co\" \"王府\" 集团]"},
      {"O’Neil ’tis", "[O’Neil ’tis]"},
      {"50,000元 1，2", "[50,000元 1，2]"},
      {"ＡＢＣ", "[ＡＢＣ]"},
      {"合同 2026年3月", "[合同 2026年3月]"},
      {"c++ a*b *a", "[c++ a*b *a]"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(operators_combine_and_or_binds_weakest) {
  constexpr Case kCases[] = {
      {"a AND b", "[& a b]"},
      {"a b AND c", "[& a b c]"},
      {"a OR b", "[[| a b]]"},
      {"a b OR c d", "[[| [a b] [c d]]]"},
      {"a OR b OR c", "[[| a b c]]"},
      {"a ＯＲ b", "[[| a b]]"},
      {"a ＡＮＤ b ＮＯＴ c", "[& a b !c]"},
      {"a NOT b", "[a !b]"},
      {"a AND NOT b", "[& a !b]"},
      {"a OR NOT b", "[[| a !b]]"},
      {"NOT NOT a", "[!!a]"},
      {"NOT (a OR b)", "[![| a b]]"},
      {"NOT \"a b\"", "[!\"a b\"]"},
      {"NOT a*", "[!a*]"},
      {"NOT(a)", "[!a]"},
      {"NOT(a b)", "[![& a b]]"},
      {"a OR(b c)", "[[| a [& b c]]]"},
      {"ANDROID ORDER NOTE", "[ANDROID ORDER NOTE]"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_hyphen_before_a_word_means_without) {
  constexpr Case kCases[] = {
      {"-额度", "[!额度]"},
      {"合同 -草稿", "[合同 !草稿]"},
      {"合同 －草稿", "[合同 !草稿]"},
      {"合同 −草稿", "[合同 !草稿]"},
      {"-\"a b\"", "[!\"a b\"]"},
      {"-“a b” c", "[!\"a b\" c]"},
      {"-(a OR b)", "[![| a b]]"},
      {"(-a)", "[!a]"},
      {"-customer:王府", "[!customer=王府]"},
      {"合同 - 草稿", "[合同 - 草稿]"},
      {"--help", "[--help]"},
      {"2024-00123", "[2024-00123]"},
      {"a-b -c-d", "[a-b !c-d]"},
      {"\"a\"-b", "[\"a\" -b]"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(brackets_group_and_those_within_a_word_belong_to_it) {
  constexpr Case kCases[] = {
      {"(a)", "[a]"},
      {"(a b)", "[& a b]"},
      {"((a b))", "[& a b]"},
      {"（押金 OR 定金） 合同", "[[| 押金 定金] 合同]"},
      {"(a OR b) (c OR d)", "[[| a b] [| c d]]"},
      {"a (b c) d", "[a [& b c] d]"},
      {"王府（北京）有限公司", "[王府（北京）有限公司]"},
      {"(王府(北京)公司 OR b)", "[[| 王府(北京)公司 b]]"},
      {"合同(押金 OR 定金)", "[合同 [| 押金 定金]]"},
      {"f(g(x))", "[f(g(x))]"},
      {"f(x", "[f x]", "("},
      {"a (b", "[a b]", "("},
      {"a) b", "[a b]", ")"},
      {"a OR b) c", "[[| a b] c]", ")"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(quotes_of_every_kind_hold_a_phrase) {
  constexpr Case kCases[] = {
      {"\"a b\"", "[\"a b\"]"},
      {"“a b”", "[\"a b\"]"},
      {"”a b”", "[\"a b\"]"},
      {"“a b\"", "[\"a b\"]"},
      {"＂a b＂", "[\"a b\"]"},
      {"„a b“", "[\"a b\"]"},
      {"「a b」", "[\"a b\"]"},
      {"『a b』", "[\"a b\"]"},
      {"«a b»", "[\"a b\"]"},
      {"‹a b›", "[\"a b\"]"},
      {"‘a b’", "[\"a b\"]"},
      {"〝a b〞", "[\"a b\"]"},
      {"「他说『好』了」", "[\"他说『好』了\"]"},
      {"“他说‘好’了”", "[\"他说‘好’了\"]"},
      {"什么是“信用额度”的规定", "[什么是 \"信用额度\" 的规定]"},
      {"\" a b \"", "[\"a b\"]"},
      {"\"a OR (b\"", "[\"a OR (b\"]"},
      {"\"a b", "[\"a b\"]"},
      {"「a b\" c", "[\"a b\" c]"},
      {"a\"b\"c", "[a \"b\" c]"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_star_leaves_the_end_of_a_word_open) {
  constexpr Case kCases[] = {
      {"wareh*", "[wareh*]"},
      {"wareh＊", "[wareh*]"},
      {"wareh**", "[wareh*]"},
      {"合* OR b*", "[[| 合* b*]]"},
      {"-a*", "[!a*]"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_field_is_known_by_any_name_in_any_writing) {
  constexpr Case kCases[] = {
      {"customer:王府", "[customer=王府]"},
      {"Customer:王府", "[customer=王府]"},
      {"CUSTOMER：王府", "[customer=王府]"},
      {"客户:王府", "[customer=王府]"},
      {"客戶：王府", "[customer=王府]"},
      {"户号:K0001", "[customer=K0001]"},
      {"ＹＥＡＲ:２０２４", "[year=２０２４]"},
      {"ｙｅａｒ：２０２４", "[year=２０２４]"},
      {"年:２０２４", "[year=２０２４]"},
      {"年：2024", "[year=2024]"},
      {"年度:2024", "[year=2024]"},
      {"類別:2", "[category=2]"},
      {"客戶經理:李晓梅", "[manager=李晓梅]"},
      {"責任者：张建国", "[responsible=张建国]"},
      {"卷章:C03 chapter:c03", "[chapter=C03 chapter=c03]"},
      {"状态:bound 狀態:filed state:draft", "[state=bound state=filed state=draft]"},
      {"place:K1-02 库位:K1 庫位:K1", "[shelf=K1-02 shelf=K1 shelf=K1]"},
      {"no:HT-1 号:HT-1 號：HT-1 档号:HT-1", "[no=HT-1 no=HT-1 no=HT-1 no=HT-1]"},
      {"題名:还款 标题:还款", "[title=还款 title=还款]"},
      {"type:contract 類型:合同", "[type=contract type=合同]"},
      {"早于:2024 之前:2024 晚于:2024 之後:2024", "[before=2024 before=2024 after=2024 after=2024]"},
      {"日期:2026年3月 date：2026-03", "[date=2026年3月 date=2026-03]"},
      {"customer:10:30", "[customer=10:30]"},
      {"customer:王府（北京）公司", "[customer=王府（北京）公司]"},
      {"customer:Harb*", "[customer=Harb*]"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(an_unknown_field_is_words) {
  constexpr Case kCases[] = {
      {"foo:bar", "[foo:bar]"},
      {"10:30", "[10:30]"},
      {"http://example.org/a", "[http://example.org/a]"},
      {"合同客户:王府", "[合同客户:王府]"},
      {":王府", "[:王府]"},
      {"甲方：王府", "[甲方：王府]"},
      {"foo:\"a b\"", "[foo: \"a b\"]"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_field_takes_a_quotation_or_a_list) {
  constexpr Case kCases[] = {
      {"customer:\"王府 集团\"", "[customer=王府 集团]"},
      {"客户：“王府 集团” 合同", "[customer=王府 集团 合同]"},
      {"客户:‘王府 集团’", "[customer=王府 集团]"},
      {"category:1,2", "[[| category=1 category=2]]"},
      {"类别：1，2、3", "[[| category=1 category=2 category=3]]"},
      {"category:1,", "[category=1]"},
      {"category:(1 OR 2)", "[[| category=1 category=2]]"},
      {"类别：（1 OR 2）合同", "[[| category=1 category=2] 合同]"},
      {"category:(1 2)", "[[| category=1 category=2]]"},
      {"category:(1, 2)", "[[| category=1 category=2]]"},
      {"category:((1 OR 2) OR 3)", "[[| category=1 category=2 category=3]]"},
      {"-category:(1 OR 2)", "[![| category=1 category=2]]"},
      {"customer:(王府 集团 OR 北京)", "[[| customer=王府 集团 customer=北京]]"},
      {"customer:(王府 AND 集团)", "[customer=王府 集团]"},
      {"customer:\"a b\",\"c d\"", "[[| customer=a b customer=c d]]"},
      {"manager:(\"a b\" OR c)", "[[| manager=a b manager=c]]"},
      {"date:(March 2026 OR May 2026)", "[[| date=March 2026 date=May 2026]]"},
      {"date:\"March 1, 2026\"", "[date=March 1, 2026]"},
      {"category:(1 OR 2", "[[| category=1 category=2]]", "("},
      {"category:(1 NOT 2) a", "[a]", "category:(1 NOT 2)"},
      {"category:(-2) a", "[a]", "category:(-2)"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_field_of_days_takes_what_is_a_day) {
  constexpr Case kCases[] = {
      {"year:2023..2024", "[year=2023..2024]"},
      {"year:2023..", "[year=2023..]"},
      {"year:..2024", "[year=..2024]"},
      {"年:2023～2024", "[year=2023～2024]"},
      {"date:2026-03-01..2026-03-15", "[date=2026-03-01..2026-03-15]"},
      {"year:abc 合同", "[合同]", "year:abc"},
      {"日期：2026-02-30", "[]", "日期：2026-02-30"},
      {"year:2023,abc,2024", "[[| year=2023 year=2024]]", "year:abc"},
      {"BEFORE:yesterday", "[]", "BEFORE:yesterday"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(what_says_nothing_is_left_out_and_named_as_typed) {
  constexpr Case kCases[] = {
      {"a *", "[a]", "*"},
      {"a ＊", "[a]", "＊"},
      {"a \"\"", "[a]", "\"\""},
      {"a “ ”", "[a]", "“ ”"},
      {"a ()", "[a]", "()"},
      {"a （）", "[a]", "（）"},
      {"customer: a", "[a]", "customer:"},
      {"Ｃustomer：", "[]", "Ｃustomer："},
      {"customer:\"\" a", "[a]", "customer:\"\""},
      {"customer:() a", "[a]", "customer:()"},
      {"category:, a", "[a]", "category:,"},
      {"AND a", "[a]", "AND"},
      {"a AND", "[a]", "AND"},
      {"a AND AND b", "[& a b]", "AND"},
      {"OR a", "[a]", "OR"},
      {"a OR", "[a]", "OR"},
      {"a OR OR b", "[[| a b]]", "OR"},
      {"a AND OR b", "[[| a b]]", "AND"},
      {"a ＯＲ", "[a]", "ＯＲ"},
      {"a NOT", "[a]", "NOT"},
      {"a NOT OR b", "[[| a b]]", "NOT"},
      {"NOT \"\" a", "[!a]", "\"\""},
      {"(OR)", "[]", "OR"},
      {"(()) a", "[a]", "()"},
      {"a \"", "[a]", "\""},
      {"a ) (", "[a]", ") | ("},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_question_is_strict_once_words_are_joined_by_signs) {
  for (const auto* strict : {"a AND b", "a OR b", "a -b", "NOT a", "\"a b\"", "a*", "(a b) c", "a OR category:2", "a AND category:2"})
    BOOST_TEST(is_strict(read(strict).question), strict);
  for (const auto* loose : {"", "a", "a b", "a (b)", "王府（北京）公司 合同", "a category:2", "a -category:2", "a category:(1 OR 2)",
                            "a customer:\"b c\"", "a (category:1 OR year:2024)", "a OR", "a ) b", "a and b", "NOT category:2",
                            "哪份合同约定了“信用额度”"})
    BOOST_TEST(!is_strict(read(loose).question), loose);
}

BOOST_AUTO_TEST_CASE(fields_alone_are_a_filter) {
  for (const auto* filter : {"category:2", "category:1,2", "-category:2", "category:2 year:2024", "(category:1 OR year:2024) -state:draft"})
    BOOST_TEST(is_filter(read(filter).question), filter);
  for (const auto* other : {"", "a", "a category:2", "category:2 OR a", "\"a\""}) BOOST_TEST(!is_filter(read(other).question), other);
}

BOOST_AUTO_TEST_CASE(too_long_a_question_is_read_up_to_a_number_of_words) {
  std::string words, list = "category:1";
  for (int i = 0; i < 5000; ++i) words += fmt::format("合同{} ", i), list += fmt::format(",{}", i);
  const Read many = read(words);
  BOOST_TEST(many.question.parts.size() == kMostWords);
  BOOST_TEST(many.ignored == "合同64 合同65 合同66 合同67 合同68 合同69 合同70 合同71 …");
  const Read listed = read(list);
  BOOST_TEST(leaves(listed.question) == kMostWords);
  BOOST_TEST(listed.ignored.starts_with(",63,64,"));
}

BOOST_AUTO_TEST_CASE(an_endless_word_is_read_up_to_a_length) {
  std::string text;
  while (text.size() < 1'000'000) text += "合";
  const Read made = read(text);
  BOOST_REQUIRE_EQUAL(made.question.parts.size(), 1U);
  BOOST_TEST(made.question.parts[0].text.size() <= 16'384U);
  BOOST_TEST(made.question.parts[0].text.size() > 16'000U);
  BOOST_TEST(made.ignored == fmt::format("{}…", text.substr(0, 40 * std::string_view("合").size())));
}

BOOST_AUTO_TEST_CASE(deep_and_endless_questions_cost_little) {
  for (const std::string_view piece : {"(", ")", "-(", "NOT ", "a(", "\"", "「\"", "“", "category:(", "((a)", "a OR (", "()", "* ", "\"\" ", "year:x ",
                                       "year:x,", "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((a b))"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    check_bounds(text);
  }
}

BOOST_AUTO_TEST_CASE(brackets_beyond_the_depth_are_read_as_if_not_there) {
  const Read deep = read(fmt::format("{0:(>60}a b{0:)>60} c", ""));
  BOOST_TEST(deep.tree == "[[& a b] c]");
  BOOST_TEST(deep.ignored == "( | ( | ( | ( | ( | ( | ( | ( | ( | (");
  std::string negations;
  for (int i = 0; i < 200; ++i) negations += "NOT ";
  check_bounds(negations + "a");
}

BOOST_AUTO_TEST_CASE(whatever_is_typed_can_be_read) {
  constexpr std::string_view kPieces[] = {
      "合", "同", "a", "7", "\"", "(", ")", ":", "：", "-", "*", " ", " ", " ", "OR", "OR ", "AND ", "NOT ", "year:", "no:", "客户：", "category:",
      "date:", "2024", "..", "2024-03", ",", "，", "。", "\xff", "\xe5", "\xf0\x9f", "“", "”", "「", "」", "‘", "’", "（", "）", "«", "+", "\n",
      "\xef\xbb\xbf", "\xe2\x80\x8b", "～", "〇", std::string_view("\0", 1)};
  std::mt19937 random(7);
  for (int round = 0; round < 300'000; ++round) {
    std::string text;
    const auto length = random() % 16;
    for (unsigned i = 0; i < length; ++i)
      if (random() % 8 == 0) text += static_cast<char>(random() & 0xFFU);
      else text += kPieces[random() % std::size(kPieces)];
    check_bounds(text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
