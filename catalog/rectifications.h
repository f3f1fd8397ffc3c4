#pragma once
// Defects and findings until they are put right (R33, R48): finding → notice → report of the work → inspection, which passes or leads
// to the next notice. Every step stays.

#include "catalog/database.h"

#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

enum class RectificationState { Open, Noticed, Reported, Passed };
std::string text(RectificationState state);

struct RectificationStep {
  std::string kind;        // "finding", "notice", "report", "failed", "passed"
  Date day;
  std::string person, words, evidence;
};
struct Rectification {
  std::int64_t id = 0;
  std::string target;      // of a customer, volume or item; empty: the archive itself
  RectificationState state = RectificationState::Open;
  std::optional<Date> due;
  std::vector<RectificationStep> steps;
};

// What a step says: in words, with the number of an item that proves it, which may be empty. Errors of all: Usage
// "rectification.words_missing", NotFound "rectification.unknown" | "rectification.unknown_target" | "rectification.unknown_evidence",
// Refused "rectification.out_of_order".
struct StepWords {
  std::string words, evidence;
};
Rectification open_rectification(Transaction& transaction, const std::string& target, const StepWords& finding);
Rectification give_notice(Transaction& transaction, std::int64_t id, const Date& due, const StepWords& notice);
Rectification report_work(Transaction& transaction, std::int64_t id, const StepWords& report);
// Not by who reported the work: Refused "rectification.own_work".
Rectification inspect_work(Transaction& transaction, std::int64_t id, bool passed, const StepWords& words);

std::optional<Rectification> find_rectification(const Database& database, std::int64_t id);
// Not passed yet; with a day those whose notice is overdue on it.
std::vector<Rectification> list_rectifications(const Database& database, const std::optional<Date>& overdue_on, std::int64_t after_id,
                                               std::size_t most);

}  // namespace twofold::catalog
