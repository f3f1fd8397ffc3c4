#include "archive/purge.h"

#include "archive/turns.h"
#include "catalog/events.h"
#include "catalog/holds.h"
#include "catalog/removals.h"
#include "tests/archive/printing.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(purge_test)

namespace {

// Volumes of 2024 closed, and the day on which an approved list of them may be executed.
struct Due {
  void close_all() {
    for (const auto& closed : made.close().volumes) codes.push_back(closed.volume.code);
    BOOST_REQUIRE(!codes.empty());
    made.clock.set(Date(2035, 1, 1));
  }
  void draw() {
    made.act([&](auto& transaction) { number = catalog::draw_list(transaction, made.clock.today(), codes,
                                                                  catalog::Track::Both).number; }, "甲");
  }
  void approve() {
    made.act([&](auto& transaction) { catalog::approve_list(transaction, number, "乙"); }, "乙");
    made.clock.set(made.clock.today().plus_months(1));
    made.open("甲");
  }
  void ready() {
    close_all();
    draw();
    approve();
  }
  Sha256 original_of(const catalog::Item& item) {
    return catalog::object_of(made.archive().database(), item.id, "original")->sha256;
  }
  bool has(const Sha256& object) { return made.archive().store().size_of(object).has_value(); }
  std::string state() { return catalog::find_list(made.archive().database(), number)->state; }

  ClosedArchive made;
  std::vector<catalog::VolumeCode> codes;
  std::string number;
};

// Somebody waits to write all the while, and does as soon as they may.
struct SomebodyWaits final : ProgressSink, TakesTurns {
  void report(const Progress&) override {}
  bool cancelled() const override { return false; }
  void aside(const std::function<void()>& work) override {
    work();
    if (const auto act = std::exchange(waiting, {})) act();
  }
  bool others_wait() const override { return static_cast<bool>(waiting); }
  void between_steps() override {}
  std::function<void()> waiting;
};

}  // namespace

BOOST_AUTO_TEST_CASE(R42_execution_takes_the_bytes_and_the_hit_and_leaves_the_record_and_a_certificate) {
  Due due;
  const auto item = due.made.file({.title = "独一无二的来函"});
  const auto object = due.original_of(item);
  due.ready();
  BOOST_TEST(due.made.hits("独一无二") == 1U);
  const auto report = execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent);
  BOOST_TEST(!due.has(object));
  BOOST_TEST(report.objects == 1U);
  BOOST_TEST(due.made.hits("独一无二") == 0U);
  BOOST_TEST(due.state() == "certified");
  const auto left = catalog::find_item(due.made.archive().database(), item.id);
  BOOST_REQUIRE(left.has_value());
  BOOST_TEST(left->title == "独一无二的来函");
  BOOST_TEST((left->state == catalog::ItemState::Destroyed));
  const std::string text = pdf_text(report.certificate, due.made.beside(""));
  BOOST_TEST(occurrences(text, "销毁证明") > 0U);
  for (const char* words : {"丙", "丁", "监销人（一）", "监销人（二）"}) BOOST_TEST(occurrences(text, words) > 0U, words);
}

BOOST_AUTO_TEST_CASE(R18_R42_what_was_removed_before_is_not_destroyed_a_second_time) {
  Due due;
  due.made.file({.title = "留存的来函"});
  const auto erroneous = due.made.file({.title = "误入的来函"});
  due.close_all();
  due.made.act([&](auto& t) { catalog::request_removal(t, erroneous.id, catalog::RemovalCause::Erroneous, "误入"); });
  due.made.act([&](auto& t) { catalog::consent_to_removal(t, 1, 1); }, "销售部经理");
  due.made.clock.set(due.made.clock.today().plus_months(2));
  due.made.act([&](auto& t) { catalog::confirm_removal(t, 1); }, "销售部经理");
  due.draw();
  due.approve();
  const auto report = execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent);
  BOOST_TEST(report.items == 1U);
  const std::string number = catalog::find_item(due.made.archive().database(), erroneous.id)->number();
  BOOST_TEST(occurrences(pdf_text(report.certificate, due.made.beside("")), number) == 0U);
}

BOOST_AUTO_TEST_CASE(R43_bytes_that_another_item_needs_stay) {
  Due due;
  const auto item = due.made.file({.content = "shared"});
  due.made.file({.year = 2030, .date = "2030-05-01", .content = "shared"});
  due.ready();
  const auto report = execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent);
  BOOST_TEST(report.objects == 0U);
  BOOST_TEST(due.has(due.original_of(item)));
}

BOOST_AUTO_TEST_CASE(R42_what_is_not_as_it_was_closed_is_found_beforehand_and_not_destroyed) {
  Due due;
  const auto item = due.made.file({});
  due.ready();
  BOOST_TEST(verify_disposition(due.made.archive(), due.number, due.made.silent).empty());
  const auto path = due.made.archive().store().path_of(due.original_of(item));
  std::filesystem::permissions(path, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
  write_durably(path, "other bytes");
  BOOST_TEST(verify_disposition(due.made.archive(), due.number, due.made.silent).size() == 1U);
  BOOST_TEST(refusal([&] { execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent); }) ==
             "disposition.unsound");
  BOOST_TEST(due.state() == "approved");
  BOOST_TEST(due.has(due.original_of(item)));
}

BOOST_AUTO_TEST_CASE(R42_others_write_while_a_list_is_verified_and_what_they_hold_is_not_destroyed) {
  Due due;
  const auto item = due.made.file({});
  due.ready();
  SomebodyWaits others;
  others.waiting = [&] {
    catalog::Transaction transaction(due.made.archive().database(), "丙", due.made.clock);
    catalog::place_hold(transaction, due.codes.front().text(), "诉讼");
    transaction.commit();
  };
  BOOST_TEST(refusal([&] { execute_disposition(due.made.archive(), due.number, kWitnesses, others); }) == "disposition.held");
  BOOST_TEST(due.state() == "approved");
  BOOST_TEST(due.has(due.original_of(item)));
}

BOOST_AUTO_TEST_CASE(R42_the_verification_is_on_record_before_the_destruction) {
  Due due;
  due.made.file({});
  due.ready();
  execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent);
  std::vector<std::string> trail;
  catalog::each_event(due.made.archive().database(),
                      [&](const catalog::Event& event) { trail.push_back(event.action); });
  const auto verified = std::ranges::find(trail, "disposition.verified"),
             gone = std::ranges::find(trail, "volume.destroyed");
  BOOST_REQUIRE((verified != trail.end() && gone != trail.end()));
  BOOST_TEST((verified < gone));
}

BOOST_AUTO_TEST_CASE(R42_the_certificate_is_given_out_once_there_is_one) {
  Due due;
  due.made.file({});
  due.ready();
  const PrintOrder order{"certificate", {due.number}};
  BOOST_TEST(refusal([&] { printed(due.made, order); }) == "print.not_destroyed");
  execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent);
  BOOST_TEST(shows(printed(due.made, order).text(), due.number));
}

BOOST_AUTO_TEST_CASE(R42_before_the_waiting_time_is_over_nothing_goes) {
  Due due;
  const auto object = due.original_of(due.made.file({}));
  due.ready();
  due.made.clock.set(due.made.clock.today().plus_days(-1));
  BOOST_TEST(refusal([&] { execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent); }) ==
             "disposition.cooling");
  BOOST_TEST(due.has(object));
}

BOOST_AUTO_TEST_CASE(R42_an_execution_that_broke_off_is_finished_by_the_next_opening) {
  Due due;
  const auto object = due.original_of(due.made.file({}));
  due.ready();
  due.made.act([&](auto& transaction) {
    catalog::execute_list(transaction, due.made.archive().profile(), due.number, {"甲", kWitnesses});
  }, "甲");
  BOOST_TEST(due.has(object));
  due.made.open();
  BOOST_TEST(!due.has(object));
  BOOST_TEST(due.state() == "certified");
  finish_destruction(due.made.archive());
  BOOST_TEST(due.state() == "certified");
}

BOOST_AUTO_TEST_CASE(R42_the_certificate_does_not_name_a_volume_that_was_refused) {
  Due due;
  const auto gone = due.made.file({});
  const auto kept = due.made.file({.manager = "周经理"});
  const auto object = due.original_of(kept);
  due.close_all();
  due.draw();
  const auto code = catalog::find_item(due.made.archive().database(), kept.id)->reference_code->volume;
  due.made.act([&](auto& transaction) {
    catalog::refuse_rows(transaction, due.number, code, Date(2040, 1, 1), "诉讼");
  }, "乙");
  due.approve();
  const auto report = execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent);
  BOOST_TEST(due.has(object));
  BOOST_TEST(report.items == 1U);
  const std::string text = pdf_text(report.certificate, due.made.beside(""));
  // By the numbers of both tracks.
  BOOST_TEST(occurrences(text, "C01-001-0001") == 1U);
  BOOST_TEST(occurrences(text, gone.storage_id.text()) == 1U);
  BOOST_TEST(occurrences(text, "C02-001") == 0U);
  BOOST_TEST(occurrences(text, kept.storage_id.text()) == 0U);
}

BOOST_AUTO_TEST_CASE(R42_who_approved_does_not_execute_and_who_executes_is_no_witness) {
  Due due;
  const auto object = due.original_of(due.made.file({}));
  due.ready();
  BOOST_TEST(refusal([&] { execute_disposition(due.made.archive(), due.number, {"甲", "丁"}, due.made.silent); }) ==
             "disposition.same_witness");
  due.made.open("乙");
  BOOST_TEST(refusal([&] { execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent); }) ==
             "disposition.executor_approved");
  BOOST_TEST(due.has(object));
}

BOOST_AUTO_TEST_CASE(R43_a_volume_whose_time_is_not_over_is_not_listed) {
  Due due;
  due.made.file({});
  due.close_all();
  due.made.clock.set(Date(2034, 12, 31));
  BOOST_TEST(refusal([&] { due.draw(); }) == "disposition.not_eligible");
}

BOOST_AUTO_TEST_CASE(R42_what_a_restored_backup_brings_back_is_destroyed_again) {
  Due due;
  const auto config = due.made.root() / "twofold.toml", backup = due.made.beside("备 份");
  write_durably(config, read_file(config) + "\npurge_journal = \"" + due.made.beside("purged.log").string() + "\"\n");
  const auto item = due.made.file({.title = "独一无二的来函"});
  const auto object = due.original_of(item);
  due.ready();
  std::filesystem::copy(due.made.root(), backup, std::filesystem::copy_options::recursive);
  execute_disposition(due.made.archive(), due.number, kWitnesses, due.made.silent);
  BOOST_TEST(!due.has(object));
  // The backup is put in its place.
  due.made.close_archive();
  std::filesystem::remove_all(due.made.root());
  std::filesystem::copy(backup, due.made.root(), std::filesystem::copy_options::recursive);
  due.made.open();
  BOOST_TEST(!due.has(object));
  BOOST_TEST(due.made.hits("独一无二") == 0U);
  BOOST_TEST((catalog::find_item(due.made.archive().database(), item.id)->state == catalog::ItemState::Destroyed));
  BOOST_TEST(
      (catalog::find_volume(due.made.archive().database(), due.codes.at(0))->state == catalog::VolumeState::Destroyed));
  BOOST_TEST(!catalog::verify_chain(due.made.archive().database()).has_value());
  BOOST_TEST(due.made.archive().findings().size() == 1U);
  due.made.open();
  BOOST_TEST(due.made.archive().findings().empty());
}

BOOST_AUTO_TEST_CASE(R18_a_removed_item_is_found_by_nobody_and_the_index_stays_as_it_is) {
  ClosedArchive made;
  const auto item = made.file({.title = "独一无二的来函"});
  made.act([&](auto& t) { catalog::request_removal(t, item.id, catalog::RemovalCause::Erroneous, "误入"); });
  made.act([&](auto& t) { catalog::consent_to_removal(t, 1, 1); }, "销售部经理");
  BOOST_TEST(made.hits("独一无二") == 0U);
  made.open();
  BOOST_TEST(made.archive().findings().empty());
  SilentProgress silent;
  reindex(made.archive(), silent);
  BOOST_TEST(made.hits("独一无二") == 0U);
  made.act([](auto& t) { catalog::restore_removed(t, 1); });
  BOOST_TEST(made.hits("独一无二") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
