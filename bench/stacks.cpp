// The stack at size: bench-stacks [VOLUMES]. 100,000 places, a million placements, a stocktake, moves, catalogues of 300
// rows as PDF, the check of a million links; prints times and the peak of memory.

#include "archive/forms/volume/volume_forms.h"
#include "archive/stack_map.h"
#include "base/files.h"
#include "bench/contract_item.h"
#include "catalog/closing.h"
#include "catalog/cross_reference.h"
#include "catalog/shelf.h"
#include "catalog/sql.h"
#include "catalog/stacks/layout.h"
#include "catalog/stacks/space.h"
#include "catalog/stacks/stocktake.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iostream>
#include <sys/resource.h>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::catalog;
using bench::contract_item;

namespace {

constexpr int kItems = 5;      // in a volume
constexpr int kVolumes = 100;  // of a chapter and year
constexpr int kSlots = 200;
constexpr int kLongVolume = 300;         // items of the volume whose catalogues are printed
constexpr int kFirstOfLong = 8'000'000;  // their numbers, apart from all others
constexpr std::int64_t kPlacements = 1'000'000;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <class Act>
void timed(const std::string& what, const Act& act) {
  const double begun = now(), used = processor_seconds();
  const std::string more = act();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << fmt::format("{:34} {:9.3f} s   {:9.3f} s of processor   peak {:5} MiB   {}\n", what, now() - begun,
                           processor_seconds() - used, usage.ru_maxrss / 1024, more)
            << std::flush;
}

Profile profile_of(const fs::path& folder, int pages_per_volume) {
  write_durably(folder / "profile.toml", shipped_profile_text("club"));
  Profile profile = load_profile(folder / "profile.toml");
  profile.pages_per_volume = pages_per_volume;
  return profile;
}

// Volumes of one chapter and year, bound as closing does it, of as many items as the profile has pages for a volume.
std::vector<Volume> bind_items(Transaction& transaction, const Profile& profile, const std::string& manager, int year,
                               int first, int items) {
  auto& database = transaction.database();
  const auto customer = ensure_customer(transaction, "K0001", "王府集团", "").id;
  const auto chapter = ensure_chapter(transaction, 2, manager).id;
  std::int64_t volume = 0;
  for (int i = 0; i < items; ++i)
    volume = *receive_item(transaction, contract_item(first + i, chapter, year, customer)).volume_id;
  for (const char* kind : {"proofread", "customer", "handler", "leader"})
    Statement(database,
              "INSERT INTO signature(item_id, kind, person, at) SELECT id, ?, '王', 0 FROM item WHERE volume_id = ?")
        .bind(kind)
        .bind(volume)
        .run();
  Statement(database, "UPDATE item SET state = 'filed' WHERE volume_id = ?").bind(volume).run();
  return bind_volume(transaction, profile, volume);
}

std::vector<VolumeCode> make_volumes(Database& database, const Clock& clock, const Profile& profile, int count) {
  std::vector<VolumeCode> codes;
  for (int group = 0; static_cast<int>(codes.size()) < count; ++group) {
    Transaction transaction(database, "周敏", clock);
    if (group == 0) transaction.set_meta("fonds", "A001");
    constexpr int kOfGroup = kVolumes * kItems;
    const std::string manager = fmt::format("经理{}", group / 10);
    for (const auto& bound : bind_items(transaction, profile, manager, 2010 + group % 10, group * kOfGroup, kOfGroup))
      codes.push_back(bound.code);
    transaction.commit();
  }
  codes.erase(codes.begin() + count, codes.end());
  return codes;
}

// Both catalogues of one volume of so many items, drawn as PDF.
void print_catalogues(Database& database, const Clock& clock, const Profile& profile) {
  Transaction transaction(database, "周敏", clock);
  const auto volume = bind_items(transaction, profile, "长卷经理", 2009, kFirstOfLong, profile.pages_per_volume).front();
  transaction.commit();
  using Draw = void (*)(archive::Printer&, const Database&, const Volume&, const archive::Wording&);
  for (const auto& [name, draw] : {std::pair<const char*, Draw>{"volume", archive::draw_volume_catalogue},
                                   {"electronic", archive::draw_electronic_catalogue}})
    timed(fmt::format("{} catalogue of {} rows", name, profile.pages_per_volume), [&] {
      archive::Printer printer;
      draw(printer, database, volume, archive::Wording());
      const int pages = printer.pages();
      return fmt::format("{} pages, {} KiB", pages, printer.finish().size() / 1024);
    });
}

void place_all(Database& database, const Clock& clock, const std::vector<VolumeCode>& volumes) {
  for (std::size_t first = 0; first < volumes.size(); first += kSlots) {
    Transaction transaction(database, "周敏", clock);
    const auto end = volumes.begin() + static_cast<std::ptrdiff_t>(std::min(volumes.size(), first + kSlots));
    place_run(transaction, ShelfPrefix(), {volumes.begin() + static_cast<std::ptrdiff_t>(first), end});
    transaction.commit();
  }
}

// What a scanner would send: each shelf's label, then what stands there.
std::vector<std::string> walk(const Database& database) {
  std::vector<std::string> lines;
  walk_shelves(database, ShelfPrefix(), "", [&](Shelf&& shelf) {
    if (shelf.taken() == 0) return true;
    lines.push_back(shelf.code.text());
    for (const auto& place : shelf.places)
      for (const auto& volume : place.volumes) lines.push_back(volume.code.text());
    return true;
  });
  return lines;
}

std::string scan(Database& database, const Clock& clock, Stocktake& stocktake, const std::vector<std::string>& lines,
                 std::size_t batch) {
  for (std::size_t first = 0; first < lines.size(); first += batch) {
    Transaction transaction(database, "周敏", clock);
    scan_lines(transaction, stocktake, std::span(lines).subspan(first, std::min(batch, lines.size() - first)));
    transaction.commit();
  }
  return fmt::format("{} lines in batches of {}", lines.size(), batch);
}

void count_stock(Database& database, const Clock& clock) {
  const auto lines = walk(database);
  std::optional<Stocktake> stocktake;
  {
    Transaction transaction(database, "周敏", clock);
    stocktake = start_stocktake(transaction, ShelfPrefix());
    transaction.commit();
  }
  timed("stocktake from a file", [&] { return scan(database, clock, *stocktake, lines, 2000); });
  timed("stocktake, first 1,000 typed", [&] {
    return scan(database, clock, *stocktake, {lines.begin(), lines.begin() + 1000}, 1);
  });
  timed("stocktake report", [&] { return fmt::format("{} missing", summary_of(database, *stocktake).missing); });
}

void add_history(Database& database, const Clock& clock) {
  Transaction transaction(database, "周敏", clock);
  Statement(database,
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO placement(volume_id, location_id, since, until) "
            "SELECT 1 + i % (SELECT COUNT(*) FROM volume), 1 + i % 100000, i, i + 1 FROM n")
      .bind(kPlacements)
      .run();
  transaction.commit();
}

// Items of the volumes that are there, with both catalogues' rows as receiving and placing write them.
void add_links(Database& database, const Clock& clock, int links) {
  Transaction transaction(database, "周敏", clock);
  Statement volumes(
      database, "SELECT v.id, COALESCE(l.code, '') FROM volume v LEFT JOIN shelf_location l ON l.id = v.location_id");
  std::vector<std::pair<std::int64_t, std::string>> all;
  while (volumes.step()) all.emplace_back(volumes.integer(0), volumes.text(1));
  for (int serial = 1; serial <= links; ++serial) {
    const auto& [volume, shelf] =
        all[static_cast<std::size_t>(serial) * all.size() / (static_cast<std::size_t>(links) + 1)];
    const StorageId id{FondsCode::parse("A001"), 1999, serial};
    const std::string number = fmt::format("T-A001-02-C01-{:06}", 9'000'000 + serial);
    Statement(database,
              "INSERT INTO item(provisional, storage_id, category, volume_id, document_type, title, year, retention, "
              "state, paper, "
              "page_count, source_name, created_at) VALUES (?, ?, 2, ?, 'contract', '会员签单消费合同', 1999, 'D10', "
              "'bound', 1, 1, '合同.tif', 0)")
        .bind(number)
        .bind(id.text())
        .bind(volume)
        .run();
    const auto item = last_insert_id(database);
    Statement(database,
              "INSERT INTO paper_catalogue(item_id, volume_id, sequence, note_storage_id, note_address) VALUES (?, ?, "
              "?, ?, ?)")
        .bind(item)
        .bind(volume)
        .bind(serial)
        .bind(id.text())
        .bind(id.address())
        .run();
    Statement(database,
              "INSERT INTO electronic_catalogue(item_id, storage_id, address, note_number, note_shelf) VALUES (?, ?, "
              "?, ?, ?)")
        .bind(item)
        .bind(id.text())
        .bind(id.address())
        .bind(number)
        .bind(shelf)
        .run();
  }
  transaction.commit();
}

void verify_links(Database& database, const Clock& clock, int links) {
  add_links(database, clock, links);
  timed("xref verify", [&] {
    std::int64_t faults = 0;
    const auto checked = verify_cross_references(database, [&](const LinkFault&) { ++faults; });
    return fmt::format("{} links, {} faults", checked, faults);
  });
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc > 1 ? std::stoi(argv[1]) : 10'000;
  const ScratchFolder scratch(fs::temp_directory_path());
  Database database(scratch.path() / "catalogue.sqlite", Database::Mode::ReadWrite);
  const FixedClock clock(Date(2026, 3, 1));
  std::vector<VolumeCode> volumes;
  timed("make volumes", [&] {
    volumes = make_volumes(database, clock, profile_of(scratch.path(), kItems), count);
    return fmt::format("{} volumes, {} items", volumes.size(), volumes.size() * kItems);
  });
  print_catalogues(database, clock, profile_of(scratch.path(), kLongVolume));
  timed("lay out 100,000 places", [&] {
    Transaction transaction(database, "周敏", clock);
    const auto result = lay_out(transaction, {ShelfPrefix::parse("K1"), {1, 5}, {1, 20}, {1, 5}, {1, kSlots}, 2000});
    transaction.commit();
    return fmt::format("{} places", result.places);
  });
  timed("a million placements", [&] {
    add_history(database, clock);
    return std::string("of history");
  });
  timed("place volumes", [&] {
    place_all(database, clock, volumes);
    return fmt::format("{} at a time", kSlots);
  });
  count_stock(database, clock);
  timed("next free run of 100",
        [&] { return find_run(database, ShelfPrefix(), std::vector<int>(100, 4))->front().text(); });
  timed("move 1,000 volumes", [&] {
    Transaction transaction(database, "周敏", clock);
    const auto moved =
        move_shelves(transaction, ShelfPrefix::parse("K1-01-01"), ShelfPrefix::parse("K1-05-20"), false).moved.size();
    transaction.commit();
    return fmt::format("{} moved with their notes", moved);
  });
  timed("fill of every row",
        [&] { return fmt::format("{} rows", fill_of(database, ShelfPrefix::parse("K1"), "", 100).size()); });
  timed("map of 20,000 places", [&] {
    const auto file = scratch.path() / "map.svg";
    archive::draw_stack_map(database, ShelfPrefix::parse("K1-01"), file);
    return fmt::format("{} KiB", fs::file_size(file) / 1024);
  });
  timed("history of 1,000 volumes", [&] {
    std::size_t rows = 0;
    for (int i = 0; i < 1000; ++i)
      rows += placements_of(database, volumes[static_cast<std::size_t>(i * 7 % count)], 0, 1000).size();
    return fmt::format("{} rows", rows);
  });
  verify_links(database, clock, 1'000'000);
  return 0;
}
