#pragma once
// A small archive's records, for the tests of this folder: every number and date is chosen in the test.

#include <functional>

#include "base/error.h"
#include "base/files.h"
#include "catalog/closing.h"
#include "catalog/customer_lists.h"
#include "catalog/disposition.h"
#include "catalog/filing.h"
#include "catalog/holds.h"
#include "catalog/loans.h"
#include "catalog/lookup.h"
#include "catalog/shelf.h"
#include "catalog/sql.h"
#include "catalog/stacks/containers.h"

namespace twofold::catalog {

inline const CustomerScope kEverybody;

inline Profile small_profile() {
  Profile profile;
  profile.key = "small";
  const char* names[] = {"基础资料", "合同协议", "欠款还款", "投诉折价", "同行业趋势", "促销与提成"};
  for (int number = 1; number <= 6; ++number)
    profile.categories.push_back({.number = number,
                                  .name = {.chinese = names[number - 1], .english = "category"},
                                  .has_customer = number < 5,
                                  .signing_order = number == 2});
  const auto add = [&profile](const char* key, int category, bool voucher) {
    profile.document_types.push_back({.key = key,
                                      .category = category,
                                      .name = {.chinese = key, .english = key},
                                      .required = false,
                                      .required_for = {},
                                      .voucher = voucher,
                                      .retention = Retention::Years10});
  };
  add("letter", 2, false);
  add("contract", 2, true);
  add("repayment_plan", 3, false);
  add("report", 5, false);
  return profile;
}

struct Received {
  int category = 2;
  int year = 2024;
  std::string date = "2024-03-01";  // empty: none
  std::string document_number = "";
  std::string type = "letter";
  std::string manager = "李经理";
  std::string customer = "王府饭店";
  std::string content = "";  // of the object; empty: unlike any other
  int pages = 1;
  bool paper = true;
  Retention retention = Retention::Years10;
  bool scanned = false;      // its pages were read from pictures
};

class Records {
 public:
  explicit Records(Date today = Date(2025, 1, 10))
      : clock(today),
        folder_(std::filesystem::temp_directory_path()),
        file_(folder_.path() / "目录 库.db"),
        database(file_, Database::Mode::ReadWrite) {
    act([](Transaction& transaction) { transaction.set_meta("fonds", "A001"); });
  }

  // Runs and commits as `actor`.
  void act(const std::function<void(Transaction&)>& work, const std::string& actor = "档案员") {
    Transaction transaction(database, actor, clock);
    work(transaction);
    transaction.commit();
  }

  Item receive(const Received& what) {
    std::optional<Item> item;
    act([&](Transaction& transaction) {
      NewItem made;
      if (!what.customer.empty()) made.customer_id = ensure_customer(transaction, "", what.customer, what.manager).id;
      made.category = what.category;
      made.chapter_id = ensure_chapter(transaction, what.category, what.manager).id;
      made.document_type = what.type;
      made.title = "文件 " + std::to_string(++serial_);
      made.document_number = what.document_number;
      made.responsible = what.manager;
      made.date = what.date.empty() ? std::nullopt : Date::try_parse(what.date);
      made.year = what.year;
      made.retention = what.retention;
      made.paper = what.paper;
      made.source_name = "扫描.tif";
      const std::string content = what.content.empty() ? "bytes " + std::to_string(serial_) : what.content;
      made.original = {.sha256 = sha256(content), .size = content.size(), .format = "tiff"};
      for (int page = 1; page <= what.pages; ++page) made.pages.push_back({.number = page, .text = "正文", .recognised = what.scanned});
      item = receive_item(transaction, made);
    });
    return *item;
  }

  void sign(std::int64_t item, std::initializer_list<SignatureKind> kinds) {
    act([&](Transaction& transaction) {
      for (const auto kind : kinds) sign_item(transaction, item, kind, kind == SignatureKind::Leader ? "赵敏" : "张三");
    });
  }

  Item receive_and_file(const Received& what) {
    const Item item = receive(what);
    sign(item.id, {SignatureKind::Proofread, SignatureKind::Customer, SignatureKind::Handler, SignatureKind::Leader});
    act([&](Transaction& transaction) { file_item(transaction, item.id); });
    return *find_item(database, item.id);
  }

  std::vector<Volume> bind(std::int64_t volume_id) {
    std::vector<Volume> volumes;
    act([&](Transaction& transaction) { volumes = bind_volume(transaction, profile, volume_id); });
    return volumes;
  }

  // A bound volume of one filed item.
  Volume bound(const Received& what) { return bind(*receive_and_file(what).volume_id).front(); }

  void execute(const std::string& sql) {
    act([&](Transaction& transaction) { Statement(transaction.database(), sql).run(); });
  }

  std::int64_t count(const std::string& sql) const {
    Statement row(database, sql);
    return row.step() ? row.integer(0) : 0;
  }

  Item item(std::int64_t id) const { return *find_item(database, id); }
  Volume volume(std::int64_t id) const { return *find_volume(database, id); }

  FixedClock clock;
  Profile profile = small_profile();

 private:
  ScratchFolder folder_;
  std::filesystem::path file_;
  int serial_ = 0;

 public:
  Database database;
};

// The key of the error that `work` ends in; empty where it succeeds.
inline std::string refusal(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.message().key;
  }
  return {};
}

}  // namespace twofold::catalog
