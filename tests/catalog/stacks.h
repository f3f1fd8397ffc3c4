#pragma once
// Records with a stack room, for the tests of rooms, boxes and stocktakes.

#include "catalog/cross_reference.h"
#include "catalog/stacks/layout.h"
#include "catalog/stacks/space.h"
#include "tests/catalog/records.h"

namespace twofold::catalog {

struct StackRecords : Records {
  // Shelves of `slots` places and `capacity_mm`, in one row of K1.
  void room(const char* bays, const char* shelves, const char* slots, int capacity_mm) {
    act([&](Transaction& transaction) {
      lay_out(transaction, {.room = ShelfPrefix::parse("K1"),
                            .rows = NumberRange::parse("1"),
                            .bays = NumberRange::parse(bays),
                            .shelves = NumberRange::up_to(shelves),
                            .slots = NumberRange::up_to(slots),
                            .capacity_mm = capacity_mm});
    });
  }
  // Bound volumes of one chapter, year and rule, each of one page and so many millimetres thick.
  std::vector<VolumeCode> volumes(int count, int thickness_mm, int year = 2024) {
    profile.pages_per_volume = 1;
    std::optional<std::int64_t> volume_id;
    for (int i = 0; i < count; ++i)
      volume_id = receive_and_file({.year = year, .date = std::to_string(year) + "-03-01"}).volume_id;
    std::vector<VolumeCode> codes;
    for (const auto& volume : bind(*volume_id)) codes.push_back(volume.code);
    act([&](Transaction& transaction) {
      for (const auto& code : codes) set_thickness(transaction, code, thickness_mm);
    });
    return codes;
  }
  void place(const VolumeCode& volume, const char* at) {
    act([&](Transaction& transaction) { place_volume(transaction, volume, ShelfCode::parse(at)); });
  }
  void lend(const VolumeCode& volume) {
    act([&](Transaction& transaction) {
      lend_volume(transaction, {volume, "王五", "销售部", "查阅", Date(2025, 2, 1)}, "经理");
    });
  }
  std::string shelf_of(const VolumeCode& volume) const { return find_volume(database, volume)->shelf; }
  std::int64_t faults() const {
    std::int64_t count = 0;
    verify_cross_references(database, [&count](const LinkFault&) { ++count; });
    return count;
  }
  std::string free_run(const char* within, const std::vector<int>& thicknesses) const {
    const auto run = find_run(database, ShelfPrefix::parse(within), thicknesses);
    std::string text;
    if (!run) return "none";
    for (const auto& place : *run) {
      if (!text.empty()) text += ' ';
      text += place.text();
    }
    return text;
  }
};

}  // namespace twofold::catalog
