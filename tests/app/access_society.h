#pragma once
// A customer with something of every kind that a command may name or tell of, and a person of each role for each way in
// which the record may be theirs: for the tests that ask every command, or every address, by everybody.

#include "base/clock.h"
#include "catalog/events.h"
#include "catalog/grants.h"
#include "catalog/people.h"
#include "catalog/sql.h"
#include "tests/app/access_oracle.h"
#include "tests/app/small_archive.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace twofold::app {

using catalog::Transaction;

enum class Situation { Own, Other, Granted, Expired, Revoked };
inline constexpr Situation kSituations[] = {Situation::Own, Situation::Other, Situation::Granted, Situation::Expired,
                                            Situation::Revoked};
inline const Date kToday(2036, 2, 10);

// Whose record it is matters where a record is named or told of, and to account managers; elsewhere a grant might.
inline std::vector<Situation> situations_of(const Expected& expected, const std::string& role) {
  const bool of_a_record = std::ranges::any_of(expected.words, [](const auto& word) { return word.starts_with('@'); });
  if (of_a_record || expected.form != Form::Refused || role == "account_manager")
    return {std::begin(kSituations), std::end(kSituations)};
  return {Situation::Other, Situation::Granted};
}

// One customer of 张建国 with a bound file, a loan, a removal, a rectification and whatever else a list may tell of,
// and a person of each role for each situation.
struct Society {
  // In memory, where it can be: the log of thousands of refusals is on the disk before each is answered.
  Society()
      : folder(fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()),
        root((folder.path() / "档案 库").string()) {
    ::setenv("LANG", "C.UTF-8", 1);
    must("2023-12-01", {"init", root, "--fonds", "A001", "--profile", "club", "--rehearsal"});
    write_durably(folder.path() / "投诉.txt", "王府集团投诉水晶吊灯，信用额度五万元。");
    write_durably(folder.path() / "来信.txt", "王府集团来信，信用额度不变。");
    ingest("2024-03-15", "投诉.txt", "complaint_reason");
    ingest("2024-03-16", "来信.txt", "complaint_reason");
    const std::string draft = "T-A001-04-C01-000001", second = "T-A001-04-C01-000002";
    for (const auto& each : {draft, second}) {
      for (const std::string kind : {"proofread", "customer", "handler"})
        must("2024-04-01", {"sign", each, "--as", kind, "--person", "张建国"});
      must("2024-04-01", {"sign", each, "--as", "leader", "--person", "赵总"});
      must("2024-04-01", {"file", each});
    }
    must("2024-05-01", {"remove", "request", second, "--because", "erroneous", "--reason", "误入", "--actor", "张建国"});
    must("2024-05-01", {"remove", "consent", "1", "--actor", "刘经理"});
    must("2024-05-02", {"remove", "restore", "1", "--actor", "刘经理"});
    must("2025-01-10", {"close", "2024"});
    must("2026-01-01", {"loan", "request", "A001-KH.04.2024-D10-C01-001", "--due", "2026-02-01", "--reason", "核对",
                        "--paper", "--actor", "孙工"});
    must("2026-01-01", {"loan", "refuse", "1", "--reason", "另有安排", "--actor", "赵总"});
    keep_customer();
    enter_people();
    ::setenv("TWOFOLD_TODAY", kToday.text().c_str(), 1);
    ::setenv("TWOFOLD_ARCHIVE", root.c_str(), 1);
  }
  ~Society() {
    for (const char* name : {"TWOFOLD_TODAY", "TWOFOLD_ARCHIVE", "TWOFOLD_TOKEN"}) ::unsetenv(name);
  }

  void must(const std::string& day, std::vector<std::string> words) const {
    if (words[0] != "init") words.insert(words.end(), {"--archive", root});
    const auto ended = twofold_binary(words, "TWOFOLD_TODAY=" + day, " 2>&1");
    BOOST_REQUIRE_MESSAGE(ended.code == 0, words[0] << ' ' << words[1] << ": " << ended.out);
  }

  void ingest(const std::string& day, const std::string& file, const std::string& type) const {
    must(day, {"ingest", (folder.path() / file).string(), "--customer", "王府集团", "--manager", "张建国", "--type",
               type, "--title", "水晶吊灯", "--date", day, "--shelf", "K1-02-05-3-12"});
  }

  void keep_customer() const {
    must("2036-01-02", {"customer", "set", "K000001", "birthday", "1970-03-08"});
    must("2036-01-02", {"meeting", "classes", "2035-Q4", "K000001", "--class", "VIP"});
    must("2036-02-02", {"meeting", "focus", "2036-02", "K000001"});
    must("2036-02-02", {"customer", "discharge", "K000001", "--date", "2036-02-01"});
    must("2036-02-02", {"customer", "certificate", "K000001", "王师傅", "电工证", "--until", "2036-06-30"});
    must("2036-02-02", {"rectify", "open", "K000001", "--note", "门锁损坏"});
    must("2036-02-02", {"grant", "request", "K000001", "--until", "2036-12-31", "--reason", "核对", "--actor", "孙工"});
  }

  static std::string name_of(const std::string& role, Situation situation) {
    constexpr const char* kWords[] = {"own", "other", "granted", "expired", "revoked"};
    return role + " " + kWords[static_cast<int>(situation)];
  }

  void enter_people() {
    catalog::Database database(root + "/catalogue.sqlite", catalog::Database::Mode::ReadWrite);
    const FixedClock then(Date(2036, 2, 1)), now(kToday);
    Transaction early(database, "管理员", then);
    catalog::add_person(early, {.name = "管理员", .roles = {catalog::Role::Administrator}});
    catalog::add_person(early, {.name = "赵总", .roles = {catalog::Role::GeneralManager}});
    early.commit();
    Transaction granting(database, "赵总", then);
    for (const auto& role : kEverybody)
      for (const auto situation : kSituations) enter(granting, role, situation);
    granting.commit();
    Transaction late(database, "管理员", now);
    for (const auto& role : kEverybody)
      for (const auto situation : kSituations) {
        const auto name = name_of(role, situation);
        tokens[name] = catalog::make_token(late, name, "测试", catalog::TokenScope::Everything, kToday.plus_months(1)).token;
      }
    late.commit();
  }

  static void enter(Transaction& transaction, const std::string& role, Situation situation) {
    const std::string name = name_of(role, situation);
    catalog::add_person(transaction, {.name = name, .manager = "经理 " + name, .roles = {*catalog::try_parse_role(role)}});
    if (situation == Situation::Own || situation == Situation::Other) return;
    const Date until = situation == Situation::Expired ? kToday.plus_days(-1) : kToday;
    const auto grant = catalog::give_grant(transaction, name, "K000001", "核对", until);
    if (situation == Situation::Revoked) catalog::revoke_grant(transaction, grant.id, "调岗");
  }

  // The record is kept by one manager at a time: by this person's, or by 张建国 whom nobody of the society is.
  void make_keeper(const std::string& manager) {
    if (manager == keeper) return;
    make_keeper(manager, catalog::Database(root + "/catalogue.sqlite", catalog::Database::Mode::ReadWrite));
  }
  // Through the one connection that writes, where there is one.
  void make_keeper(const std::string& manager, const catalog::Database& database) {
    for (const std::string sql : {"UPDATE customer SET manager_id = (SELECT id FROM manager WHERE name = ?)",
                                  "UPDATE chapter_custody SET manager_id = (SELECT id FROM manager WHERE name = ?)"})
      catalog::Statement(database, sql).bind(manager).run();
    keeper = manager;
  }

  std::int64_t refusals() const {
    const catalog::Database database(root + "/catalogue.sqlite", catalog::Database::Mode::ReadOnly);
    std::int64_t count = 0;
    catalog::each_event(database,
                        [&](const catalog::Event& event) { count += event.action == "access.refused" ? 1 : 0; });
    return count;
  }

  ScratchFolder folder;
  std::string root;
  std::map<std::string, std::string> tokens;
  std::string keeper = "张建国";
};

inline const std::map<std::string, std::string> kThere = {{"@item", "A001-KH.04.2024-D10-C01-001-0001"},
                                                          {"@volume", "A001-KH.04.2024-D10-C01-001"},
                                                          {"@customer", "K000001"},
                                                          {"@loan", "1"},
                                                          {"@removal", "1"},
                                                          {"@rectification", "1"}};
inline const std::map<std::string, std::string> kAbsent = {{"@item", "A001-KH.04.2024-D10-C01-001-0999"},
                                                           {"@volume", "A001-KH.04.2024-D10-C01-099"},
                                                           {"@customer", "K000999"},
                                                           {"@loan", "999"},
                                                           {"@removal", "999"},
                                                           {"@rectification", "999"}};
// What nobody learns who may not know of the record, unless they have named it themselves.
inline const std::vector<std::string> kSecrets = {
    "王府集团", "水晶吊灯", "K000001", "A001-KH·04",        "T-A001-04-C01-00000",
    "K1-02-05", "电工证",   "门锁",    "EA001-2024-0000000"};

inline const Names kAbsences = {"lookup.nothing", "loan.unknown", "removal.unknown", "rectification.unknown",
                                "rectification.unknown_target"};

inline std::string told_of(const std::string& out) {
  for (const auto& secret : kSecrets)
    if (out.find(secret) != std::string::npos) return secret;
  return "";
}

// What was said, without what was asked.
inline std::string without_named(std::string out, const Expected& expected,
                                 const std::map<std::string, std::string>& meant) {
  for (const auto& word : expected.words) {
    const auto found = meant.find(word);
    if (found == meant.end()) continue;
    out = replace_all(out, found->second, "#");
    out = replace_all(out, replace_all(found->second, "KH.", "KH·"), "#");
  }
  return out;
}

}  // namespace twofold::app
