#include "indexer/fields.h"

#include "indexer/index.h"
#include "indexer/question.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <set>
#include <sstream>

using namespace twofold::indexer;

namespace {

std::string document(const std::string& name) {
  std::ifstream file(TWOFOLD_SOURCE_DIR "/docs/" + name);
  BOOST_REQUIRE(file);
  return (std::ostringstream() << file.rdbuf()).str();
}

// What stands between backticks in the rows of a document's tables, but for the signs and names that are no questions.
std::vector<std::string> questions_in_tables(const std::string& text) {
  std::vector<std::string> questions;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("|")) continue;
    for (std::size_t at = 0; (at = line.find('`', at)) != std::string::npos;) {
      const auto end = line.find('`', at + 1);
      if (auto span = line.substr(at + 1, end - at - 1); span.size() > 6) questions.push_back(std::move(span));
      at = end + 1;
    }
  }
  return questions;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fields_test)

BOOST_AUTO_TEST_CASE(every_name_finds_its_field_and_no_other) {
  std::set<std::string_view> names;
  for (const auto& row : field_table()) {
    BOOST_TEST(&row_of(row.field) == &row);
    std::vector<std::string_view> own{row.name, row.chinese};
    for (const auto& name : row.also)
      if (!name.empty()) own.push_back(name);
    for (const auto& name : own) {
      BOOST_TEST(find_field(name) == &row, name);
      BOOST_TEST(names.insert(name).second, name);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_prefix_is_the_beginning_of_another) {
  for (const auto& one : field_table())
    for (const auto& other : field_table())
      if (&one != &other && !one.prefix.empty()) BOOST_TEST(!other.prefix.starts_with(one.prefix), one.prefix << " " << other.prefix);
}

BOOST_AUTO_TEST_CASE(names_are_found_in_any_width_case_and_script) {
  for (const auto* name : {"Customer", "CUSTOMER", "ｃｕｓｔｏｍｅｒ", "客户", "客戶"}) BOOST_TEST(find_field(name) == &row_of(Field::Customer), name);
  for (const auto* name : {"", " ", "custom", "customers", "客", "户", "客户客户", "\xff", "*"}) BOOST_TEST(find_field(name) == nullptr, name);
}

BOOST_AUTO_TEST_CASE(every_example_is_understood) {
  BOOST_TEST(field_help().size() == field_table().size());
  for (const auto& row : field_table()) {
    std::vector<std::string> ignored;
    const Question question = read_question(row.example, ignored);
    BOOST_TEST(ignored.empty(), row.example);
    BOOST_REQUIRE_EQUAL(question.parts.size(), 1U);
    BOOST_TEST(question.parts[0].field == &row, row.example);
  }
}

BOOST_AUTO_TEST_CASE(the_documents_name_every_field_and_their_questions_are_understood) {
  for (const auto* name : {"query-language.md", "query-language.zh.md"}) {
    const std::string text = document(name);
    for (const auto& row : field_table())
      for (const auto& field : {row.name, row.chinese, row.also[0], row.also[1]})
        BOOST_TEST(text.find(field) != std::string::npos, field << " in " << name);
    const auto questions = questions_in_tables(text);
    BOOST_TEST(questions.size() > 40U);
    for (const auto& question : questions) {
      std::vector<std::string> ignored;
      BOOST_TEST(!read_question(question, ignored).parts.empty(), question);
      BOOST_TEST(ignored.empty(), question);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
