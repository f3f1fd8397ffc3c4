#pragma once
// What an answer tells of the society's companies, against what the oracle says that it may.

#include "tests/app/access_society.h"

#include <fmt/format.h>

namespace twofold::app {

inline const std::map<std::string, std::string> kThere = {
    {"@item", kFirst.item()}, {"@volume", kFirst.volume()}, {"@customer", kFirst.number},
    {"@loan", "1"},           {"@removal", "1"},            {"@rectification", "1"}};
inline const std::map<std::string, std::string> kAbsent = {{"@item", "A001-KH.04.2024-D10-C01-001-0999"},
                                                           {"@volume", "A001-KH.04.2024-D10-C01-099"},
                                                           {"@customer", "K000999"},
                                                           {"@loan", "999"},
                                                           {"@removal", "999"},
                                                           {"@rectification", "999"}};

inline const Names kAbsences = {"lookup.nothing", "loan.unknown", "removal.unknown", "rectification.unknown",
                                "rectification.unknown_target"};

// What nobody learns of a company who may not know of it, unless they have named it themselves.
inline std::vector<std::string> marks_of(const Company& company, int serial) {
  std::vector<std::string> marks = {company.customer, company.title,       company.number,
                                    company.place,    company.certificate, company.defect,
                                    "-" + company.chapter + "-"};
  for (int i = 0; i < 2; ++i) marks.push_back(fmt::format("EA001-2024-{:08}", serial + i));
  return marks;
}
inline const std::vector<std::string> kFirstMarks = marks_of(kFirst, 1), kSecondMarks = marks_of(kSecond, 3);

// Empty where it tells nothing.
inline std::string told_of(const std::vector<std::string>& marks, const std::string& out) {
  for (const auto& mark : marks)
    if (out.find(mark) != std::string::npos) return mark;
  return "";
}

// What was said, without what was asked.
inline std::string without_named(std::string out, const Expected& expected,
                                 const std::map<std::string, std::string>& meant) {
  for (const auto& word : expected.words) {
    const auto found = meant.find(word);
    if (found == meant.end()) continue;
    out = replace_all(out, found->second, "#");
    out = replace_all(out, replace_all(found->second, ".", "·"), "#");
  }
  return out;
}

// Who is told plainly that a command is not theirs. A volume holds the files of others than a grant names, and so does its loan.
inline bool may_know(const Expected& expected, const std::string& role, Situation situation) {
  if (kKnowers.contains(role) || expected.anywhere.contains(role)) return true;
  if (situation == Situation::Own) return role == "account_manager";
  const bool of_a_volume = std::ranges::any_of(expected.words, [](const auto& word) { return word == "@volume" || word == "@loan"; });
  return situation == Situation::Granted && !of_a_volume;
}

// Of the first company to who may, of the second to who may know of everybody's; to nobody else. A record that is named is
// the first company's. What is no list of records tells of none to whoever may not know of all.
inline void check_what_is_told(const Expected& expected, const std::string& role, bool may, const std::string& out,
                               const std::string& what) {
  const bool telling = tells(expected), of_one = names_a_record(expected);
  const std::string said = without_named(out, expected, kThere);
  const bool of_first = !told_of(kFirstMarks, said).empty(), of_second = !told_of(kSecondMarks, said).empty();
  if (telling) {
    BOOST_TEST(of_first == may, what);
    BOOST_TEST(of_second == (!of_one && expected.anywhere.contains(role)), what);
  } else if (!kKnowers.contains(role)) {
    BOOST_TEST((!of_first || (may && of_one)), what);
    BOOST_TEST(!of_second, what);
  }
}

}  // namespace twofold::app
