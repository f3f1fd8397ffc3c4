// What governance costs at size: bench-governance [ITEMS [FILE]]. A catalogue of so many items (1,000,000), a tenth as many
// customers and a fiftieth as many volumes, which a FILE keeps for the next run; then the decision, and every list, first page
// and far page, as medians and 99th percentiles on the wall, and as the median of processor time, which a busy machine
// leaves alone.

#include "base/files.h"
#include "catalog/access.h"
#include "catalog/amendments.h"
#include "catalog/arrangements.h"
#include "catalog/climate.h"
#include "catalog/completeness.h"
#include "catalog/custody.h"
#include "catalog/disposition.h"
#include "catalog/events.h"
#include "catalog/fonds_file.h"
#include "catalog/holds.h"
#include "catalog/inspections.h"
#include "catalog/known_records.h"
#include "catalog/loans.h"
#include "catalog/meetings.h"
#include "catalog/patrols.h"
#include "catalog/people.h"
#include "catalog/promotion.h"
#include "catalog/registers.h"
#include "catalog/removals.h"
#include "catalog/sql.h"
#include "catalog/statistics.h"
#include "catalog/transfers.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <functional>
#include <iostream>

using namespace twofold;
using namespace twofold::catalog;

namespace {

using Stopwatch = std::chrono::steady_clock;

double processor_milliseconds() {
  timespec spent{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
  return 1e3 * static_cast<double>(spent.tv_sec) + 1e-6 * static_cast<double>(spent.tv_nsec);
}

double milliseconds_since(Stopwatch::time_point begun) {
  return std::chrono::duration<double, std::milli>(Stopwatch::now() - begun).count();
}

void time_list(const std::string& what, const std::function<std::size_t()>& list) {
  constexpr std::size_t kTimes = 40;
  std::vector<double> times, processor;
  std::size_t rows = 0;
  for (std::size_t i = 0; i < kTimes; ++i) {
    const auto begun = Stopwatch::now();
    const double spent = processor_milliseconds();
    rows = list();
    processor.push_back(processor_milliseconds() - spent);
    times.push_back(milliseconds_since(begun));
  }
  std::ranges::sort(times);
  std::ranges::sort(processor);
  std::cout << fmt::format("{:38} {:6} rows  p50 {:8.3f} ms  p99 {:8.3f} ms  processor {:8.3f} ms\n", what, rows,
                           times[kTimes / 2], times.back(), processor[kTimes / 2])
            << std::flush;
}

// Rows made by the database itself; ?1 is how many.
void fill(Transaction& transaction, std::int64_t count, const std::string& insert) {
  Statement(transaction.database(),
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) " + insert)
      .bind(count)
      .run();
}

// What the stacks, the trail and the registers gather in the years of so many items.
void build_upkeep(Transaction& transaction, std::int64_t items) {
  const std::int64_t volumes = items / 50;
  fill(transaction, volumes,
       "INSERT INTO closing(volume_id, year, closed_by, at, manifest_sha256, signature, forms_sha256) SELECT i, 2015, 'x', "
       "i * 1000000, '', '', '' FROM n");
  fill(transaction, volumes,
       "INSERT INTO inspection(volume_id, day, damages, treatment, inspector, follow_up, resolved_on) SELECT i, "
       "'2026-01-01', 'mould', 'x', 'y', '2026-02-01', CASE i % 2 WHEN 0 THEN '2026-02-01' END FROM n");
  fill(transaction, items / 10,
       "INSERT INTO climate_reading(room, day, minute, celsius, humidity, measured_by, out_of_limits, recorded_by, "
       "recorded_at) SELECT 'K' || (i % 20 + 1), date('2010-01-01', '+' || (i / 40) || ' days'), (i / 20) % 2 * 480 + 510, "
       "2100, 5200, 'x', i % 10 = 0, 'y', 0 FROM n");
  fill(transaction, 10'000,
       "INSERT INTO patrol(room, kind, at, finding, measure, person) SELECT 'K1', 'fire', "
       "strftime('%Y-%m-%d %H:%M', '2020-01-01', '+' || i || ' hours'), CASE i % 5 "
       "WHEN 0 THEN 'x' ELSE '' END, '', 'y' FROM n");
  fill(transaction, 1000,
       "INSERT INTO meeting(kind, period, held_on, minutes, recorded_by) SELECT 'half_year', printf('%04d-H1', i), "
       "'2026-01-01', 'x', 'y' FROM n");
  fill(transaction, 1000,
       "INSERT INTO fonds_document(kind, number, title, day, recorded_by) SELECT 'use', i, 'x' || i, '2026-01-01', 'y' "
       "FROM n");
  fill(transaction, 2000,
       "INSERT INTO transfer(number, receiver, nature, state, drawn_by, drawn_at, completed_on) SELECT "
       "printf('TR-2026-%04d', i), 'x', 'y', 'completed', 'z', 0, '2026-01-01' FROM n");
  fill(transaction, 2000, "INSERT INTO transfer_volume(transfer_id, volume_id) SELECT i, i FROM n");
  fill(transaction, 4 * 2000,
       "INSERT INTO transfer_signature(transfer_id, side, person, day, recorded_by) SELECT (i - 1) / 4 + 1, CASE i % 4 WHEN 0 "
       "THEN 'giver_leader' WHEN 1 THEN 'giver_handler' WHEN 2 THEN 'receiver_leader' ELSE 'receiver_handler' END, 'x', "
       "'2026-01-01', 'y' FROM n");
  fill(transaction, 500,
       "INSERT INTO disposition_list(number, as_of, drawn_by, drawn_at, state, executed_at) SELECT "
       "printf('DL-2026-%04d', i), '2026-01-01', 'x', 0, 'certified', 0 FROM n");
  fill(transaction, volumes / 2,
       "INSERT INTO disposition_row(list_id, volume_id, track, state) SELECT i % 500 + 1, i, 'both', 'destroyed' FROM n");
  fill(transaction, items,
       "INSERT INTO event(at, actor, action, subject, bytes, hash) SELECT i, 'x', 'record.read', printf('K%07d', i % 100000), "
       "'{}', zeroblob(32) FROM n");
  fill(transaction, items / 20, "INSERT INTO arrangement(kind, actor, at) SELECT 'rotate', 'x', 0 FROM n");
  fill(transaction, items / 20,
       "INSERT INTO arrangement_item(arrangement_id, item_id, part) SELECT i, i, 'kept' FROM n");
  fill(transaction, items / 10,
       "INSERT INTO receipt(path, sha256, size, outcome, reason, detail, item_id, at) SELECT 'x', printf('%064d', i), 1, 'draft', "
       "'', '', i, 0 FROM n");
}

void build(Database& database, std::int64_t items) {
  const FixedClock clock(Date(2026, 3, 1));
  Transaction transaction(database, "周敏", clock);
  const std::int64_t customers = items / 10, volumes = items / 50;
  fill(transaction, 1667, "INSERT INTO manager(id, name) SELECT i, '经理' || i FROM n");
  fill(transaction, customers,
       "INSERT INTO customer(id, number, name, class, class_until, manager_id, fields, added_on) SELECT i, printf('K%07d', i), "
       "'客户' || i, "
       "CASE i % 10 WHEN 0 THEN 'VIP' ELSE '普通' END, CASE WHEN i % 20 = 0 THEN '2026-01-31' END, i % 1667 + 1, json_object('phone', i, 'address', 'x', "
       "'birthday', "
       "printf('%04d-%02d-%02d', 1940 + i % 60, i % 12 + 1, i % 28 + 1)), '2020-01-01' FROM n");
  fill(transaction, 900, "INSERT INTO chapter(id, category, code) SELECT i, 2, printf('C%02d', i) FROM n");
  fill(transaction, 900,
       "INSERT INTO chapter_custody(chapter_id, category, manager_id, since) SELECT i, 2, i, '2020-01-01' FROM n");
  fill(transaction, volumes,
       "INSERT INTO volume(id, code, chapter_id, category, year, retention, number, state, title, item_count, "
       "page_count) SELECT i, "
       "printf('A001-KH·02·%04d-D10-C%02d-%03d', 2005 + i % 20, i % 900 + 1, i / 900 + 1), i % 900 + 1, 2, 2005 + i % "
       "20, 'D10', "
       "i / 900 + 1, 'bound', '案卷' || i, 50, 100 FROM n");
  fill(transaction, items,
       "INSERT INTO item(id, provisional, storage_id, customer_id, category, chapter_id, volume_id, document_type, "
       "title, date, year, "
       "retention, state, paper, page_count, source_name, created_at) SELECT i, CASE WHEN i % 50 = 0 THEN NULL ELSE "
       "printf('T-A001-02-C%02d-%06d', i % 900 + 1, i) END, printf('EA001-2024-%08d-0', i), i / 10 + 1, CASE WHEN i % "
       "50 = 0 THEN 0 ELSE 2 "
       "END, i % 900 + 1, i / 50 + 1, CASE WHEN i % 50 = 0 THEN 'letter_or_fax' ELSE 'contract' END, '合同' || i, "
       "'2015-01-01', 2015, 'D10', "
       "'bound', 1, 2, 'x', 0 FROM n WHERE i < ?1");
  fill(transaction, volumes / 2,
       "INSERT INTO loan(volume_id, state, borrower, requested_by, requested_at, decided_by, due, out_at, returned_at) "
       "SELECT i, CASE i % 4 "
       "WHEN 0 THEN 'out' WHEN 1 THEN 'approved' ELSE 'closed' END, '人' || i, 'x', 0, 'y', '2026-01-01', 0, CASE WHEN "
       "i % 4 > 1 THEN 1 END FROM n");
  fill(transaction, customers / 4,
       "INSERT INTO discharge(customer_id, day, call_due) SELECT i, '2026-01-01', '2026-01-04' FROM n");
  fill(transaction, customers / 4,
       "INSERT INTO certificate(customer_id, holder, name, expires_on, recorded_by) SELECT i, 'x', 'y', '2026-01-01', "
       "'z' FROM n");
  fill(transaction, 1,
       "INSERT INTO meeting(id, kind, period, held_on, minutes, recorded_by) SELECT 1, 'focus', '2026-03', "
       "'2026-03-01', '', 'x' FROM n");
  fill(transaction, 5000, "INSERT INTO focus_customer(meeting_id, customer_id) SELECT 1, i FROM n");
  fill(transaction, items / 20,
       "INSERT INTO removal(item_id, state, cause, reason, requested_by, requested_at, keep_until) SELECT i, 'hold', "
       "'dead', 'x', 'y', 0, "
       "'2026-02-01' FROM n");
  fill(transaction, items / 20,
       "INSERT INTO amendment(item_id, state, reason, requested_by, requested_at) SELECT i, 'requested', 'x', 'y', 0 "
       "FROM n");
  fill(transaction, items / 20,
       "INSERT INTO item_fact(item_id, key, value, recorded_by) SELECT i, 'phone', 'other', 'x' FROM n");
  fill(transaction, items / 10,
       "INSERT INTO pair_check(item_id, result, note, sha256, checked_by, checked_on) SELECT i, 'different', 'x', 'y', "
       "'z', '2026-01-01' FROM n");
  fill(transaction, 1, fmt::format("UPDATE item SET pair_checked = 1 WHERE id <= {}", items / 10));
  fill(transaction, 1, "INSERT INTO object(sha256, size, format) SELECT 'y', 1, 'tiff' FROM n");
  fill(transaction, items / 10, "INSERT INTO item_object(item_id, role, sha256) SELECT i, 'original', 'y' FROM n");
  fill(transaction, 10'000,
       "INSERT INTO rectification(target, state, due) SELECT printf('K%07d', i), 'noticed', '2026-01-01' FROM n");
  fill(transaction, 10'000,
       "INSERT INTO rectification_step(rectification_id, kind, day, person, words) SELECT i, 'finding', '2026-01-01', "
       "'x', 'y' FROM n");
  fill(transaction, 10'000,
       "INSERT INTO hold(scope, target_id, reason, placed_by, placed_at) SELECT 'volume', i * 2, 'x', 'y', 0 FROM n");
  fill(transaction, 10'000, "INSERT INTO person(name) SELECT '人' || i FROM n");
  fill(transaction, 10'000,
       "INSERT INTO access_grant(person_id, scope, target_id, reason, granted_by, granted_at, expires_on) SELECT i, "
       "'customer', i, 'x', 'y', 0, '2026-12-31' FROM n");
  fill(transaction, 10'000,
       "INSERT INTO access_request(person, target, reason, until, state, requested_at) SELECT '人' || i, 'K0000001', 'x', "
       "'2026-12-31', 'requested', 0 FROM n");
  build_upkeep(transaction, items);
  const auto fonds = FondsCode::parse("A001");
  for (std::int64_t i = 1; i <= items; ++i)   // with the check character
    Statement(database, "UPDATE item SET storage_id = ? WHERE id = ?")
        .bind(StorageId{fonds, 2024, i}.text())
        .bind(i)
        .run();
  transaction.commit();
  Statement(database, "ANALYZE").step();
}

Actor manager_of_many() {
  Actor actor;
  actor.roles = {Role::AccountManager};
  actor.manager_id = 7;
  return actor;
}

Actor granted_much() {
  Actor actor;
  actor.roles = {Role::Employee};
  for (int i = 0; i < 1667; ++i) actor.granted_customers.push_back(10 * i);
  return actor;
}

void time_decision() {
  Actor actor = granted_much();
  actor.roles = {Role::AccountManager};
  actor.manager_id = 7;
  constexpr int kAsked = 10'000'000;
  std::size_t allowed = 0;
  const auto begun = Stopwatch::now();
  for (int i = 0; i < kAsked; ++i)
    allowed += may(actor, static_cast<Action>(i % static_cast<int>(kActions)), {i, i / 50, i / 10, i % 1667, i % 1667},
                   AccessPolicy::OwnCustomers);
  std::cout << fmt::format("may, with 1,667 grants: {:.1f} ns ({} of {} allowed)\n",
                           milliseconds_since(begun) * 1e6 / kAsked, allowed, kAsked);
}

void time_list_of(const std::string& what, const auto& make) {
  time_list(what, [&] { return make().size(); });
}

void time_customer_lists(const Database& database, std::int64_t items, const CustomerScope& granted) {
  const Date today(2026, 3, 1);
  const ClassDay classes{today, "普通"};
  const CustomerScope all, own{false, 7, {}};
  const std::int64_t far = items / 2;
  const auto list = [](const std::string& what, const auto& make) { time_list_of(what, make); };
  list("list number", [&] { return list_by_number(database, all, classes, "", 100); });
  list("list number, far", [&] { return list_by_number(database, all, classes, "K0050000", 100); });
  list("list number, one manager's", [&] { return list_by_number(database, own, classes, "", 100); });
  list("list number, with 1,667 grants", [&] { return list_by_number(database, granted, classes, "", 100); });
  list("list class VIP", [&] { return list_by_class(database, all, classes, "VIP", {}, 100); });
  list("list class, with the lapsed", [&] { return list_by_class(database, all, classes, "普通", {}, 100); });
  list("list class, all, far", [&] { return list_by_class(database, all, classes, "", {"", far / 10}, 100); });
  list("list class, one manager's", [&] { return list_by_class(database, own, classes, "VIP", {}, 100); });
  list("list birthday", [&] { return list_birthdays(database, all, classes, 2026, 4, {}, 100); });
  list("list birthday, far", [&] { return list_birthdays(database, all, classes, 2026, 4, {"04-20", 1}, 100); });
  list("list birthday, one manager's", [&] { return list_birthdays(database, own, classes, 2026, 4, {}, 100); });
  list("list focus", [&] { return list_focus(database, all, classes, "2026-03", "", 100); });
  list("list focus, one manager's", [&] { return list_focus(database, own, classes, "2026-03", "", 100); });
  list("list calls", [&] { return list_calls(database, all, classes, today, {}, 100); });
  list("list calls, far", [&] { return list_calls(database, all, classes, today, {"2026-01-04", 10'000}, 100); });
  list("list calls, one manager's", [&] { return list_calls(database, own, classes, today, {}, 100); });
  list("list certificates", [&] { return list_certificates(database, all, classes, today, {}, 100); });
  list("list certificates, far", [&] { return list_certificates(database, all, classes, today, {"2026-01-01", far / 40}, 100); });
  list("list certificates, one manager's", [&] { return list_certificates(database, own, classes, today, {}, 100); });
  Profile profile;
  profile.document_types.push_back(
      {.key = "registration", .category = 1, .required = true, .retention = Retention::Years10});
  list("list gaps", [&] { return list_gaps(database, profile, all, today, "", 100); });
  list("list gaps, far", [&] { return list_gaps(database, profile, all, today, "K0050000", 100); });
  list("list gaps, one manager's", [&] { return list_gaps(database, profile, own, today, "", 100); });
  list("list mismatches", [&] { return list_mismatches(database, all, 0, 100); });
  list("list mismatches, far", [&] { return list_mismatches(database, all, far / 40, 100); });
  list("list mismatches, one manager's", [&] { return list_mismatches(database, own, 0, 100); });
  list("list chapters", [&] { return list_custody(database, "", 500, 100); });
  list("list chapters, a manager's", [&] { return list_custody(database, "经理7", 0, 100); });
  list("meeting list, far", [&] { return list_meetings(database, 500, 100); });
}

void time_item_lists(const Database& database, std::int64_t items, const Actor& manager, const Actor& granted) {
  const std::int64_t far = items / 2;
  const auto list = [](const std::string& what, const auto& make) { time_list_of(what, make); };
  list("list, far", [&] { return list_items(database, {}, far, 100); });
  list("list of a year and category, far", [&] { return list_items(database, {.category = 2, .year = 2015}, far, 100); });
  list("list of a customer", [&] { return list_items(database, {.customer_id = 777}, 0, 100); });
  list("list pairs unchecked", [&] { return list_pairs(database, PairState::Unchecked, 0, 100); });
  list("list pairs unchecked, far", [&] { return list_pairs(database, PairState::Unchecked, far, 100); });
  list("list pairs different", [&] { return list_pairs(database, PairState::Different, 0, 100); });
  list("list pairs broken, none", [&] { return list_pairs(database, PairState::Broken, 0, 100); });
  for (const auto& [who, actor] : {std::pair{"one manager's", manager}, {"with 1,667 grants", granted}}) {
    const std::string whose = std::string(", ") + who;
    list("list" + whose, [&] { return list_known_items(database, readable_by(database, actor), {}, 0, 100); });
    list("list of a year" + whose,
         [&] { return list_known_items(database, readable_by(database, actor), {.year = 2015}, 0, 100); });
    list("list pairs" + whose,
         [&] { return list_known_pairs(database, readable_by(database, actor), PairState::Unchecked, 0, 100); });
    list("list pairs different" + whose,
         [&] { return list_known_pairs(database, readable_by(database, actor), PairState::Different, 0, 100); });
  }
  list("promote pending, far", [&] { return list_unpromoted(database, {"letter_or_fax"}, far, 100); });
  list("arrange list, far", [&] { return list_arrangements(database, items / 40, 100); });
  list("amend list, far", [&] { return list_open_amendments(database, items / 40, 100); });
  list("remove list", [&] { return list_removals(database, RemovalState::Hold, 0, 100); });
  list("remove list, none in that state", [&] { return list_removals(database, RemovalState::Refused, 0, 100); });
  // The last there is: without an index all the others are read before it. It is asked for every item that is shown.
  time_list("removal of an item", [&] { return std::size_t{removal_of(database, items / 20).has_value()}; });
  list("remove due", [&] { return list_removals_due(database, Date(2026, 3, 1), 0, 100); });
}

void time_volume_lists(const Database& database, std::int64_t items) {
  const Date today(2026, 3, 1);
  const auto list = [](const std::string& what, const auto& make) { time_list_of(what, make); };
  list("volume list, far", [&] { return list_volumes(database, {.year = 2010}, items / 100, 100); });
  list("loan list", [&] { return list_loans(database, {}, 0, 100); });
  list("loan list, a borrower's", [&] { return list_loans(database, {.state = {}, .borrower = "人4000"}, 0, 100); });
  list("loan list, a manager's", [&] {
    return list_loans(database, {.state = {}, .borrower = "人4000", .manager_id = 7}, 0, 100);
  });
  list("loan list, all ever, a manager's", [&] {
    return list_loans(database, {.state = {}, .borrower = "人4000", .ended_too = true, .manager_id = 7}, 0, 100);
  });
  list("loan picks", [&] { return pick_list(database, today, 100); });
  list("loans overdue", [&] { return list_overdue(database, today, 100); });
  list("list due", [&] { return list_due(database, today, 0, 100); });
  list("dispose list", [&] { return list_dispositions(database, "", 0, 20); });
  list("transfer list, far", [&] { return list_transfers(database, 1000, 100); });
  list("inspect list, far", [&] { return list_inspections(database, {}, items / 100, 100); });
  list("inspect followups, far", [&] { return list_follow_ups(database, today, 5001, 100); });
  for (const auto& [which, name] : {std::pair{Register::Transfers, "transfers"}, {Register::Loans, "loans"},
                                    {Register::Returns, "returns"}, {Register::Disposition, "disposition"}}) {
    const std::string what = std::string("register ") + name;
    list(what, [&] { return list_register(database, which, {}, 0, 100, Language::Chinese); });
    list(what + ", far", [&] { return list_register(database, which, {}, which == Register::Loans || which == Register::Returns ? 5000 : 300 * 1'000'000LL, 100, Language::Chinese); });
    list(what + ", of an empty year", [&] { return list_register(database, which, 1999, 0, 100, Language::Chinese); });
  }
}

void time_other_lists(const Database& database, std::int64_t items, const Actor& manager) {
  const Date today(2026, 3, 1);
  const auto list = [](const std::string& what, const auto& make) { time_list_of(what, make); };
  list("hold list, far", [&] { return list_holds(database, false, 5000, 100); });
  list("grant list, far", [&] { return list_grants(database, false, today, 5000, 100); });
  list("grant list, ended too", [&] { return list_grants(database, true, today, 5000, 100); });
  list("grant requests", [&] { return list_requests(database, std::nullopt, 5000, 100); });
  list("grant requests, one's own", [&] { return list_requests(database, "人5000", 0, 100); });
  list("user list", [&] { return list_people(database, "人5000", 100); });
  list("rectify list, far", [&] { return list_rectifications(database, {}, 5000, 100); });
  list("rectify list, overdue", [&] { return list_rectifications(database, today, 0, 100); });
  list("rectify list, one manager's",
       [&] { return list_known_rectifications(database, readable_by(database, manager), {}, 0, 100); });
  list("audit list", [&] { return list_events(database, "", 0, 100); });
  list("audit list, far", [&] { return list_events(database, "", items / 2, 100); });
  list("audit list of a record", [&] { return list_events(database, "K0000777", 0, 100); });
  list("patrol list, far", [&] { return list_patrols(database, false, 5000, 100); });
  list("patrol list, open", [&] { return list_patrols(database, true, 0, 100); });
  list("climate alarms, far", [&] { return list_climate_alarms(database, "", items / 20, 100); });
  list("climate alarms of a room", [&] { return list_climate_alarms(database, "K11", 0, 100); });
  list("fonds-file list", [&] { return list_fonds_file(database, {}, 0, 100); });
  list("fonds-file list, far", [&] { return list_fonds_file(database, {}, 10'000, 100); });
  list("fonds-file list of a kind, far", [&] { return list_fonds_file(database, FondsDocumentKind::Use, 500, 100); });
  list("statistics by year (no page)", [&] { return statistics(database, StatisticsBy::Year, {Date(2026, 3, 1), "普通"}); });
}

}  // namespace

int main(int argc, char** argv) {
  const std::int64_t items = argc > 1 ? std::stoll(argv[1]) : 1'000'000;
  time_decision();
  const ScratchFolder folder(std::filesystem::temp_directory_path());
  const std::filesystem::path file = argc > 2 ? std::filesystem::path(argv[2]) : folder.path() / "catalogue.sqlite";
  const bool kept = std::filesystem::exists(file);
  Database database(file, Database::Mode::ReadWrite);
  const auto begun = Stopwatch::now();
  if (!kept) build(database, items);
  std::cout << fmt::format("{} items {} {:.0f} s\n", items, kept ? "kept, opened in" : "made in",
                           milliseconds_since(begun) / 1000);
  const Actor manager = manager_of_many(), granted = granted_much();
  time_customer_lists(database, items, {false, 0, granted.granted_customers});
  time_item_lists(database, items, manager, granted);
  time_volume_lists(database, items);
  time_other_lists(database, items, manager);
}
