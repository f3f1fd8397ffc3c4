// Every command by every role on what is its own, another's, granted, no longer granted and granted no more, through
// the real command line in this process, against the domain page as tests/app/access_oracle.h reads it.

#include "app/cli/run.h"
#include "app/command_table.h"
#include "tests/app/access_told.h"

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

// What was said, and what was written as @export.
Ended as(const Society& society, const std::string& name, const std::vector<std::string>& words,
         const std::map<std::string, std::string>& meant) {
  const fs::path exported = society.folder.path() / "导出.csv";
  auto known = meant;
  known["@self"] = name;
  known["@export"] = exported.string();
  std::vector<std::string> line = split(words[0], ' ');
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto found = known.find(words[i]);
    line.push_back(found == known.end() ? words[i] : found->second);
  }
  line.push_back("--json");
  auto ended = in_process(line, society.tokens.at(name));
  if (fs::exists(exported)) ended.out += read_file(exported);
  fs::remove(exported);
  return ended;
}

std::string error_in(const std::string& out) {
  const auto at = out.find("{\"error\":{\"code\":\"");
  if (at == std::string::npos) return "";
  const auto begin = at + 18;
  return out.substr(begin, out.find('"', begin) - begin);
}

int counted_in(const Poco::JSON::Object& facet) {
  int counted = 0;
  const auto values = facet.getArray("values");
  for (unsigned i = 0; i < values->size(); ++i) counted += values->getObject(i)->getValue<int>("count");
  return counted;
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
  auto before = society.refusals();
  for (const auto& expected : kExpected)
    for (const auto& role : kEverybody)
      for (const auto situation : kSituations) {
        const auto name = Society::name_of(role, situation);
        const bool may = may_do(expected, role, situation == Situation::Own, situation == Situation::Granted);
        society.make_keeper(name, situation);
        const auto ended = as(society, name, expected.words, kThere);
        const std::string error = error_in(ended.out), what = expected.words[0] + " by " + name + ": " + ended.out;
        const bool denied = error == "access.refused" || (expected.form == Form::Hidden && kAbsences.contains(error));
        const auto noted = society.refusals();
        BOOST_TEST(noted - before == (denied ? 1 : 0), what);
        before = noted;
        if (expected.form != Form::LeftOut) BOOST_TEST(denied == !may, what);
        check_what_is_told(expected, role, may, ended.out, what);
        if (expected.form != Form::Hidden || may_know(expected, role, situation)) continue;
        // What is hidden is answered like what is not there.
        const auto absent = as(society, name, expected.words, kAbsent);
        // Where the right is asked after before the record is looked up, what is absent is a refusal as well.
        const auto after = society.refusals(), once = after - before;
        BOOST_TEST((error_in(absent.out) == "access.refused" ? once == 1 : once <= 1), what << absent.out);
        before = after;
        BOOST_TEST(ended.code == absent.code, what);
        BOOST_TEST(without_named(ended.out, expected, kThere) == without_named(absent.out, expected, kAbsent), what);
      }
}

BOOST_AUTO_TEST_CASE(R14_totals_and_facets_count_what_may_be_found_and_nothing_else) {
  Society society;
  for (const auto& role : kEverybody)
    for (const auto situation : kSituations) {
      const auto name = Society::name_of(role, situation);
      const bool all = kReaders.contains(role), own = role == "account_manager" && situation == Situation::Own;
      const int found = all ? 4 : own || situation == Situation::Granted ? 2 : 0;
      society.make_keeper(name, situation);
      const auto out = as(society, name, {"search", "信用额度", "--facets"}, {}).out;
      if (error_in(out) == "access.refused") continue;   // who may find nothing anywhere
      const auto answer = parsed(out);
      BOOST_TEST(answer->getValue<int>("total") == found, name);
      const auto facets = answer->getArray("facets");
      for (unsigned i = 0; i < facets->size(); ++i) BOOST_TEST(counted_in(*facets->getObject(i)) == found, name);
      if (found == 0) BOOST_TEST(answer->getArray("did_you_mean")->size() == 0U, name);
    }
  // Nor does where a list goes on.
  society.make_keeper(kFirst.manager);
  for (const auto situation : {Situation::Other, Situation::Expired, Situation::Revoked})
    for (const std::string list : {"list pairs", "rectify list"}) {
      const auto name = Society::name_of("account_manager", situation);
      BOOST_TEST(parsed(as(society, name, {list}, {}).out)->getValue<int>("next") == 0, list);
    }
}

BOOST_AUTO_TEST_SUITE_END()
