#pragma once
// Two customers with something of every kind that a command may name or tell of, and a person of each role for each way in
// which the first of them may be theirs: for the tests that ask every command, or every address, by everybody.

#include "base/clock.h"
#include "catalog/events.h"
#include "catalog/grants.h"
#include "catalog/people.h"
#include "catalog/sql.h"
#include "tests/app/access_oracle.h"
#include "tests/app/small_archive.h"

#include <cstdlib>
#include <map>

namespace twofold::app {

using catalog::Transaction;

enum class Situation { Own, Other, Granted, Expired, Revoked };
inline constexpr Situation kSituations[] = {Situation::Own, Situation::Other, Situation::Granted, Situation::Expired,
                                            Situation::Revoked};
inline const Date kToday(2036, 2, 10);

struct Company {
  std::string customer, manager, title, number, chapter, place, certificate, defect;

  std::string volume() const { return "A001-KH.04.2024-D10-" + chapter + "-001"; }
  std::string item() const { return volume() + "-0001"; }
};
inline const Company kFirst = {"王府集团", "张建国", "水晶吊灯", "K000001", "C01", "K3-07-01-2-12", "电工证", "门锁损坏"};
inline const Company kSecond = {"王城宾馆", "李经理", "枝形烛台", "K000002", "C02", "K3-07-01-2-13", "高压证", "窗户破损"};

// Nobody of the society keeps the second company, or is granted it.
struct Society {
  // In memory, where it can be: the log of thousands of refusals is on the disk before each is answered.
  Society()
      : folder(fs::exists("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path()),
        root((folder.path() / "档案 库").string()) {
    ::setenv("LANG", "C.UTF-8", 1);
    must("2023-12-01", {"init", root, "--fonds", "A001", "--profile", "club", "--rehearsal"});
    receive(kFirst, 1);
    receive(kSecond, 2);
    must("2025-01-10", {"close", "2024"});
    lend(kFirst, 1);
    lend(kSecond, 4);
    keep(kFirst);
    keep(kSecond);
    must("2036-01-02", {"meeting", "classes", "2035-Q4", kFirst.number, kSecond.number, "--class", "VIP"});
    must("2036-02-02", {"meeting", "focus", "2036-02", kFirst.number, kSecond.number});
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

  fs::path paper(const Company& company, const std::string& day) const {
    return folder.path() / (company.customer + day + ".txt");
  }

  void ingest(const Company& company, const std::string& day, const std::string& text, const std::string& type) const {
    const auto file = paper(company, day);
    write_durably(file, company.customer + text + company.title + "。");
    must(day, {"ingest", file.string(), "--customer", company.customer, "--manager", company.manager, "--type", type,
               "--title", company.title, "--date", day, "--shelf", company.place});
  }

  // Two filed items, one of which was on its way out.
  void receive(const Company& company, int removal) const {
    ingest(company, "2024-03-15", "投诉，信用额度五万元：", "complaint_reason");
    ingest(company, "2024-03-16", "来信，信用额度不变：", "complaint_reason");
    const std::string begin = "T-A001-04-" + company.chapter + "-00000", id = std::to_string(removal);
    for (const auto& each : {begin + '1', begin + '2'}) {
      for (const std::string kind : {"proofread", "customer", "handler"})
        must("2024-04-01", {"sign", each, "--as", kind, "--person", company.manager});
      must("2024-04-01", {"sign", each, "--as", "leader", "--person", "赵总"});
      must("2024-04-01", {"file", each});
    }
    must("2024-05-01", {"remove", "request", begin + '2', "--because", "erroneous", "--reason", "误入", "--actor", company.manager});
    must("2024-05-01", {"remove", "consent", id, "--actor", "刘经理"});
    must("2024-05-02", {"remove", "restore", id, "--actor", "刘经理"});
  }

  // Three loans, the first with that number: refused, back again, to be fetched.
  void lend(const Company& company, int number) const {
    const std::string volume = company.volume();
    const auto ask = [&] {
      must("2026-01-01", {"loan", "request", volume, "--due", "2036-03-01", "--reason", "核对", "--paper", "--actor", "孙工"});
    };
    ask();
    must("2026-01-01", {"loan", "refuse", std::to_string(number), "--reason", "另有安排", "--actor", "赵总"});
    ask();
    must("2026-01-01", {"loan", "approve", std::to_string(number + 1), "--actor", "赵总"});
    must("2026-01-02", {"loan", "out", volume});
    must("2026-01-03", {"loan", "return", volume});
    must("2026-01-03", {"loan", "inspect", volume});
    ask();
    must("2026-01-04", {"loan", "approve", std::to_string(number + 2), "--actor", "赵总"});
  }

  // What lists of every kind tell of.
  void keep(const Company& company) const {
    const std::string day = "2036-02-02";
    const auto& [customer, item, volume] = std::tuple(company.number, company.item(), company.volume());
    must("2036-01-02", {"customer", "set", customer, "birthday", "1970-03-08"});
    must(day, {"customer", "set", customer, "phone", "010-65130000"});
    must(day, {"customer", "fact", item, "phone", "010-1"});
    must(day, {"customer", "discharge", customer, "--date", "2036-02-01"});
    must(day, {"customer", "certificate", customer, "王师傅", company.certificate, "--until", "2036-06-30"});
    must(day, {"rectify", "open", customer, "--note", company.defect});
    must(day, {"amend", "request", item, "--title", company.title + "二", "--reason", "题名有误"});
    must(day, {"hold", "place", customer, "--reason", "诉讼"});
    must(day, {"inspect", "volume", volume, "--damages", "霉变", "--treatment", "隔离", "--due", "2036-02-09"});
    must(day, {"grant", "request", customer, "--until", "2036-12-31", "--reason", "核对", "--actor", "孙工"});
    ingest(company, day, "来信：", "letter_or_fax");
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
    catalog::add_person(early, {.name = "外人", .roles = {catalog::Role::Employee}});
    early.commit();
    Transaction granting(database, "赵总", then);
    for (const auto& role : kEverybody)
      for (const auto situation : kSituations) enter(granting, role, situation);
    catalog::give_grant(granting, "外人", kSecond.number, "核对", kToday);
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
    const auto grant = catalog::give_grant(transaction, name, kFirst.number, "核对", until);
    if (situation == Situation::Revoked) catalog::revoke_grant(transaction, grant.id, "调岗");
  }

  // The first company is kept by one manager at a time: by this person's, or by its own whom nobody of the society is.
  void make_keeper(const std::string& name, Situation situation) {
    make_keeper(situation == Situation::Own ? "经理 " + name : kFirst.manager);
  }
  void make_keeper(const std::string& manager) {
    if (manager == keeper) return;
    make_keeper(manager, catalog::Database(root + "/catalogue.sqlite", catalog::Database::Mode::ReadWrite));
  }
  // Through the one connection that writes, where there is one.
  void make_keeper(const std::string& manager, const catalog::Database& database) {
    catalog::Statement(database, "UPDATE customer SET manager_id = (SELECT id FROM manager WHERE name = ?) WHERE number = ?")
        .bind(manager)
        .bind(kFirst.number)
        .run();
    catalog::Statement(database, "UPDATE chapter_custody SET manager_id = (SELECT id FROM manager WHERE name = ?) "
                                 "WHERE chapter_id IN (SELECT id FROM chapter WHERE code = ?)")
        .bind(manager)
        .bind(kFirst.chapter)
        .run();
    keeper = manager;
  }

  std::int64_t refusals() const {
    const catalog::Database database(root + "/catalogue.sqlite", catalog::Database::Mode::ReadOnly);
    catalog::Statement count(database, "SELECT COUNT(*) FROM event WHERE action = 'access.refused'");
    count.step();
    return count.integer(0);
  }

  ScratchFolder folder;
  std::string root;
  std::map<std::string, std::string> tokens;
  std::string keeper = kFirst.manager;
};

}  // namespace twofold::app
