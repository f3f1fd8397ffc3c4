#pragma once
// Volumes: one chapter, one year, one retention rule (R5, R6). Open ones are loose-leaf (R2); bound ones never change.

#include "catalog/items.h"

namespace twofold::catalog {

enum class VolumeState { Open, Closing, Bound, Shelved, Listed, Transferred, Destroyed };
std::string text(VolumeState state);

struct Volume {
  std::int64_t id = 0;
  VolumeCode code;
  std::int64_t chapter_id = 0;
  bool supplementary = false;
  VolumeState state = VolumeState::Open;
  std::string title;
  int item_count = 0, page_count = 0;
  std::optional<Date> first_date, last_date;
  std::string shelf;       // shelf code; empty while not placed
  std::string container;   // container number; may be empty
  std::string checked_by;  // who has checked its closing note; empty: nobody yet
  std::optional<Date> checked_on;
};

std::optional<Volume> find_volume(const Database& database, std::int64_t id);
std::optional<Volume> find_volume(const Database& database, const VolumeCode& code);
struct VolumeFilter {
  std::optional<int> year, category;
  std::optional<std::string> manager;
  std::optional<VolumeState> state;
};
std::vector<Volume> list_volumes(const Database& database, const VolumeFilter& filter, std::int64_t after_id, std::size_t most);
bool year_is_closed(const Database& database, int category, std::int64_t chapter_id, int year, Retention retention);

}  // namespace twofold::catalog
