#include "catalog/rectifications.h"

#include "base/error.h"
#include "base/person_refused.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/lookup.h"
#include "catalog/sql.h"

#include <algorithm>
#include <array>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 4> kRectificationStates = {"open", "noticed", "reported", "passed"};

RectificationState parse_rectification_state(const std::string& name) {
  return static_cast<RectificationState>(std::ranges::find(kRectificationStates, name) - kRectificationStates.begin());
}

std::vector<RectificationStep> steps_of(const Database& database, std::int64_t id) {
  Statement row(database, "SELECT kind, day, person, words, evidence FROM rectification_step WHERE rectification_id = ? ORDER BY id");
  row.bind(id);
  std::vector<RectificationStep> steps;
  while (row.step()) steps.push_back({row.text(0), Date::parse(row.text(1)), row.text(2), row.text(3), row.text(4)});
  return steps;
}

Rectification read_rectification(const Database& database, const Statement& row) {
  return {row.integer(0), row.text(1), parse_rectification_state(row.text(2)), row.date(3), steps_of(database, row.integer(0))};
}

void add_step(Transaction& transaction, std::int64_t id, const std::string& target, std::string_view kind, const StepWords& said) {
  const Database& database = transaction.database();
  if (trim(said.words).empty()) throw Error(ErrorKind::Usage, msg("rectification.words_missing"));
  std::string evidence;   // as the records spell it
  if (!said.evidence.empty()) {
    const auto item = look_up_item(database, said.evidence);
    if (!item) throw Error(ErrorKind::NotFound, msg("rectification.unknown_evidence", said.evidence));
    evidence = item->number();
  }
  Statement(database, "INSERT INTO rectification_step(rectification_id, kind, day, person, words, evidence) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(id)
      .bind(kind)
      .bind(transaction.today())
      .bind(transaction.actor())
      .bind(said.words)
      .bind(evidence)
      .run();
  record_event(transaction, "rectification." + std::string(kind), target,
               {{"rectification", std::to_string(id)}, {"words", said.words}, {"evidence", evidence}});
}

Rectification require_in(const Database& database, std::int64_t id, RectificationState state) {
  auto found = find_rectification(database, id);
  if (!found) throw Error(ErrorKind::NotFound, msg("rectification.unknown", id));
  if (found->state != state) throw Error(ErrorKind::Refused, msg("rectification.out_of_order", id, text(found->state)));
  return *std::move(found);
}

// As the records spell it, so that lists find it by what whoever asks may know of.
std::string number_of_target(const Database& database, const std::string& target) {
  const auto found = look_up(database, target);
  if (!found) throw Error(ErrorKind::NotFound, msg("rectification.unknown_target", target));
  if (const auto* item = std::get_if<Item>(&*found)) return item->number();
  if (const auto* volume = std::get_if<Volume>(&*found)) return volume->code.text();
  if (const auto* customer = std::get_if<Customer>(&*found)) return customer->number;
  return target;
}

Rectification move_on(Transaction& transaction, std::int64_t id, RectificationState state, const std::optional<Date>& due) {
  Statement(transaction.database(), "UPDATE rectification SET state = ?, due = ? WHERE id = ?").bind(text(state)).bind(due).bind(id).run();
  return *find_rectification(transaction.database(), id);
}

}  // namespace

std::string text(RectificationState state) { return std::string(kRectificationStates[static_cast<std::size_t>(state)]); }

Rectification open_rectification(Transaction& transaction, const std::string& target, const StepWords& finding) {
  const Database& database = transaction.database();
  const std::string number = target.empty() ? "" : number_of_target(database, target);
  Statement(database, "INSERT INTO rectification(target, state) VALUES (?, 'open')").bind(number).run();
  const auto id = last_insert_id(database);
  add_step(transaction, id, number, "finding", finding);
  return *find_rectification(database, id);
}

Rectification give_notice(Transaction& transaction, std::int64_t id, const Date& due, const StepWords& notice) {
  const auto found = require_in(transaction.database(), id, RectificationState::Open);
  if (due < transaction.today()) throw Error(ErrorKind::Usage, msg("rectification.due_in_past", due));
  add_step(transaction, id, found.target, "notice", notice);
  return move_on(transaction, id, RectificationState::Noticed, due);
}

Rectification report_work(Transaction& transaction, std::int64_t id, const StepWords& report) {
  const auto found = require_in(transaction.database(), id, RectificationState::Noticed);
  add_step(transaction, id, found.target, "report", report);
  return move_on(transaction, id, RectificationState::Reported, found.due);
}

Rectification inspect_work(Transaction& transaction, std::int64_t id, bool passed, const StepWords& words) {
  const auto found = require_in(transaction.database(), id, RectificationState::Reported);
  if (found.steps.back().person == transaction.actor()) throw PersonRefused(msg("rectification.own_work", transaction.actor()));
  add_step(transaction, id, found.target, passed ? "passed" : "failed", words);
  return move_on(transaction, id, passed ? RectificationState::Passed : RectificationState::Open, {});
}

std::optional<Rectification> find_rectification(const Database& database, std::int64_t id) {
  Statement row(database, "SELECT id, target, state, due FROM rectification WHERE id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_rectification(database, row);
}

std::vector<Rectification> list_rectifications(const Database& database, const std::optional<Date>& overdue_on, std::int64_t after_id,
                                               std::size_t most) {
  Statement row(database, "SELECT id, target, state, due FROM rectification WHERE state <> 'passed' AND id > ? "
                          "AND (? IS NULL OR due < ?) ORDER BY id LIMIT ?");
  row.bind(after_id).bind(overdue_on).bind(overdue_on).bind(static_cast<std::int64_t>(most));
  std::vector<Rectification> found;
  while (row.step()) found.push_back(read_rectification(database, row));
  return found;
}

}  // namespace twofold::catalog
