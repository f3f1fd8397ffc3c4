// The catalogue at size: bench-catalog [ITEMS]. Prints rates, times and the peak of memory after each step.

#include "base/files.h"
#include "bench/contract_item.h"
#include "catalog/closing.h"
#include "catalog/disposition.h"
#include "catalog/sql.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iostream>
#include <sqlite3.h>
#include <sys/resource.h>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::catalog;
using bench::contract_item;

namespace {

constexpr int kPerTransaction = 1000;
constexpr int kChapterItems = 10'000;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void tell(const std::string& what, double seconds, const std::string& more = "") {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << fmt::format("{:34} {:9.3f} s   peak {:5} MiB   {}\n", what, seconds, usage.ru_maxrss / 1024, more) << std::flush;
}

// A hundred chapters of kChapterItems a year each; years follow one another when the chapters are full.
double insert_all(Database& database, int items) {
  const FixedClock clock(Date(2026, 3, 1));
  std::int64_t chapters[100] = {}, customer = 0;
  {
    Transaction transaction(database, "周敏", clock);
    transaction.set_meta("fonds", "A001");
    for (int i = 0; i < 100; ++i) chapters[i] = ensure_chapter(transaction, 2, fmt::format("经理{}", i)).id;
    customer = ensure_customer(transaction, "K0001", "王府集团", "").id;
    transaction.commit();
  }
  const double begun = now();
  for (int first = 0; first < items; first += kPerTransaction) {
    Transaction transaction(database, "周敏", clock);
    for (int i = first; i < std::min(items, first + kPerTransaction); ++i)
      receive_item(transaction, contract_item(i, chapters[i / kChapterItems % 100], 2010 + i / (kChapterItems * 100),
                                              customer));
    transaction.commit();
  }
  return now() - begun;
}

// The same number of rows in the same kinds of tables without any rule, number, event or check: what SQLite itself costs.
double insert_bare(const fs::path& file, int items) {
  sqlite3* database = nullptr;
  sqlite3_open(file.c_str(), &database);
  const auto run = [&](const std::string& sql) { sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr); };
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  for (int table = 0; table < 8; ++table)
    run(fmt::format("CREATE TABLE t{0}(id INTEGER PRIMARY KEY, a TEXT, b TEXT, c INTEGER); CREATE INDEX i{0} ON t{0}(a)", table));
  const double begun = now();
  sqlite3_stmt* statements[8] = {};
  for (int table = 0; table < 8; ++table)
    sqlite3_prepare_v2(database, fmt::format("INSERT INTO t{}(a, b, c) VALUES(?, ?, ?)", table).c_str(), -1, &statements[table], nullptr);
  for (int i = 0; i < items; ++i) {
    if (i % kPerTransaction == 0) run("BEGIN IMMEDIATE");
    const auto item = contract_item(i, 1, 2010, 1);
    const std::string digest = item.original.sha256.text();
    for (auto* statement : statements) {
      // One row by its digest with the page's text, the others by short keys in order, as an item's rows are.
      const std::string& key = statement == statements[0] ? digest : item.document_number;
      sqlite3_bind_text(statement, 1, key.c_str(), -1, SQLITE_TRANSIENT);
      sqlite3_bind_text(statement, 2, statement == statements[0] ? item.pages[0].text.c_str() : item.title.c_str(), -1, SQLITE_TRANSIENT);
      sqlite3_bind_int(statement, 3, i);
      sqlite3_step(statement);
      sqlite3_reset(statement);
    }
    if (i % kPerTransaction == kPerTransaction - 1) run("COMMIT");
  }
  for (auto* statement : statements) sqlite3_finalize(statement);
  sqlite3_close(database);
  return now() - begun;
}

template <class Act>
void time_each(const std::string& what, int rounds, Act act) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const double begun = now();
    act(i);
    times.push_back(now() - begun);
  }
  std::ranges::sort(times);
  double sum = 0;
  for (const double time : times) sum += time;
  tell(what, sum, fmt::format("{} times; p50 {:.3f} ms, p99 {:.3f} ms", rounds, times[times.size() / 2] * 1000,
                              times[times.size() * 99 / 100] * 1000));
}

void sign_and_file(Database& database, std::int64_t volume) {
  for (const char* kind : {"proofread", "customer", "handler", "leader"})
    Statement(database, "INSERT INTO signature(item_id, kind, person, at) SELECT id, ?, '王', 0 FROM item WHERE volume_id = ?").bind(kind).bind(volume).run();
  Statement(database, "UPDATE item SET state = 'filed' WHERE volume_id = ?").bind(volume).run();
}

}  // namespace

int main(int argc, char** argv) {
  const int items = argc > 1 ? std::stoi(argv[1]) : 1'000'000;
  const ScratchFolder scratch(fs::temp_directory_path());
  Database database(scratch.path() / "catalogue.sqlite", Database::Mode::ReadWrite);
  const double ours = insert_all(database, items);
  tell(fmt::format("receive {} items", items), ours, fmt::format("{:.0f} items/s", items / ours));
  const double bare = insert_bare(scratch.path() / "bare.sqlite", items);
  tell("bare SQLite, eight rows each", bare, fmt::format("{:.0f} items/s; ratio {:.2f}", items / bare, bare / ours));

  time_each("show one item", 1000, [&](int i) {
    const auto item = find_item(database, i * 7919LL % items + 1);
    paper_row_of(database, item->id);
    electronic_row_of(database, item->id);
    pages_of(database, item->id);
  });
  time_each("list a page of 100", 200, [&](int i) { list_items(database, {}, i * 7919LL % items, 100); });
  double begun = now();
  const auto links = verify_cross_references(database, [](const LinkFault&) {});
  tell(fmt::format("verify {} links", links), now() - begun);

  write_durably(scratch.path() / "profile.toml", shipped_profile_text("club"));
  Profile profile = load_profile(scratch.path() / "profile.toml");
  const auto volume = list_volumes(database, {}, 0, 1).front();
  sign_and_file(database, volume.id);
  begun = now();
  const FixedClock clock(Date(2026, 3, 1));
  Transaction transaction(database, "周敏", clock);
  const auto bound = bind_volume(transaction, profile, volume.id);
  transaction.commit();
  tell(fmt::format("close a chapter of {}", std::min(items, kChapterItems)), now() - begun, fmt::format("{} volumes", bound.size()));
  time_each("due list", 20, [&](int) { list_due(database, Date(2036, 1, 1), 0, 100); });
  return 0;
}
