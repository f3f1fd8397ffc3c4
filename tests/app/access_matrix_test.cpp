// Every command by every role on what is its own, another's, granted, no longer granted and granted no more, through
// the real command line in this process, against the domain page as tests/app/access_oracle.h reads it.

#include "app/cli/run.h"
#include "app/command_table.h"
#include "tests/app/access_society.h"

#include <iostream>
#include <sstream>

using namespace twofold;
using namespace twofold::app;

namespace {

// What a stream writes goes elsewhere while the value lives.
class Diverted {
 public:
  Diverted(std::ios& stream, std::streambuf* to) : stream_(stream), before_(stream.rdbuf(to)) {}
  ~Diverted() { stream_.rdbuf(before_); }

 private:
  std::ios& stream_;
  std::streambuf* before_;
};

// The command line, in this process.
Ended in_process(std::vector<std::string> words, const std::string& token) {
  ::setenv("TWOFOLD_TOKEN", token.c_str(), 1);
  words.insert(words.begin(), "twofold");
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  std::ostringstream out, complaints;
  std::istringstream typed("short\n");
  const Diverted cout(std::cout, out.rdbuf()), cerr(std::cerr, complaints.rdbuf()), cin(std::cin, typed.rdbuf());
  const int code = app::run(static_cast<int>(argv.size()), argv.data());
  return {code, out.str() + complaints.str()};
}

Ended as(const Society& society, const std::string& name, const std::vector<std::string>& words,
         const std::map<std::string, std::string>& meant) {
  std::vector<std::string> line = split(words[0], ' ');
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto found = meant.find(words[i]);
    line.push_back(words[i] == "@self" ? name : found == meant.end() ? words[i] : found->second);
  }
  line.push_back("--json");
  return in_process(line, society.tokens.at(name));
}

std::string error_in(const std::string& out) {
  const auto at = out.find("{\"error\":{\"code\":\"");
  if (at == std::string::npos) return "";
  const auto begin = at + 18;
  return out.substr(begin, out.find('"', begin) - begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(access_matrix_test)

BOOST_AUTO_TEST_CASE(every_command_stands_in_the_oracle) {
  Names known = kWithoutRecords;
  for (const auto& expected : kExpected) known.insert(expected.words[0]);
  for (const auto& command : command_table()) BOOST_TEST(known.contains(std::string(command.name)), command.name);
  for (const auto& name : known) BOOST_TEST(find_command(name) != nullptr, name);
}

BOOST_AUTO_TEST_CASE(R11_R12_R13_R14_every_command_by_every_role_in_every_situation_is_as_the_domain_says) {
  Society society;
  const auto before = society.refusals();
  std::int64_t refused = 0;
  for (const auto& expected : kExpected)
    for (const auto& role : kEverybody)
      for (const auto situation : situations_of(expected, role)) {
        const auto name = Society::name_of(role, situation);
        const bool may = may_do(expected, role, situation == Situation::Own, situation == Situation::Granted);
        society.make_keeper(situation == Situation::Own ? "经理 " + name : "张建国");
        const auto ended = as(society, name, expected.words, kThere);
        const std::string error = error_in(ended.out), what = expected.words[0] + " by " + name + ": " + ended.out;
        const bool denied = error == "access.refused" || (expected.form == Form::Hidden && kAbsences.contains(error));
        refused += denied ? 1 : 0;
        if (expected.form == Form::LeftOut) {
          if (!may || !expected.may_be_empty) BOOST_TEST(told_of(ended.out).empty() == !may, what);
        } else {
          BOOST_TEST(denied == !may, what);
        }
        if (denied) BOOST_TEST(told_of(without_named(ended.out, expected, kThere)) == "", what);
      }
  BOOST_TEST(society.refusals() - before == refused);
}

BOOST_AUTO_TEST_CASE(R14_what_is_hidden_is_answered_like_what_is_not_there) {
  const Society society;
  for (const auto& expected : kExpected) {
    if (expected.form != Form::Hidden) continue;
    for (const auto& role : kEverybody) {
      // Who may know of the record is told plainly that the command is not theirs.
      if (kKnowers.contains(role) || expected.anywhere.contains(role)) continue;
      for (const auto situation : {Situation::Other, Situation::Expired, Situation::Revoked}) {
        const auto name = Society::name_of(role, situation);
        const auto hidden = as(society, name, expected.words, kThere),
                   absent = as(society, name, expected.words, kAbsent);
        BOOST_TEST(hidden.code == absent.code, expected.words[0] << " by " << name);
        BOOST_TEST(without_named(hidden.out, expected, kThere) == without_named(absent.out, expected, kAbsent),
                   expected.words[0] << " by " << name);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(R14_totals_and_facets_count_nothing_that_is_hidden) {
  const Society society;
  for (const auto situation : {Situation::Other, Situation::Expired, Situation::Revoked}) {
    const auto name = Society::name_of("account_manager", situation);
    const auto answer = parsed(as(society, name, {"search", "信用额度", "--facets"}, {}).out);
    BOOST_TEST(answer->getValue<int>("total") == 0);
    const auto facets = answer->getArray("facets");
    for (unsigned i = 0; i < facets->size(); ++i) BOOST_TEST(facets->getObject(i)->getValue<int>("different") == 0);
    BOOST_TEST(answer->getArray("did_you_mean")->size() == 0U);
    for (const std::string list : {"list pairs", "rectify list"})
      BOOST_TEST(parsed(as(society, name, {list}, {}).out)->getValue<int>("next") == 0, list);
  }
}

BOOST_AUTO_TEST_SUITE_END()
