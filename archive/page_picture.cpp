#include "archive/page_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

namespace twofold::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLeastRoom = 2ULL << 30U;
constexpr std::array kWidths = {160, 320, 640, scanner::kShownWidth, 1400, 2000, 2800, 4000};

fs::path folder_of(const Layout& layout, const Sha256& digest) {
  const std::string name = digest.text();
  return layout.pictures() / name.substr(0, 2) / name;
}

bool is_paged(const std::string& format) {
  constexpr std::array<std::string_view, 5> kPaged = {"tiff", "png", "jpeg", "jpeg2000", "pdf"};
  return std::ranges::find(kPaged, format) != kPaged.end();
}

}  // namespace

std::optional<PictureSource> picture_source(Archive& archive, const catalog::Item& item, int number) {
  const auto& database = archive.database();
  const auto page = catalog::find_page(database, item.id, number);
  if (!page) return std::nullopt;
  const auto copy = catalog::object_of(database, item.id, "reading_copy");
  if (copy && !page->blank && archive.store().size_of(copy->sha256)) {
    int place = 0;  // blank pages stay out of the copy
    for (const auto& each : catalog::pages_of(database, item.id)) place += !each.blank && each.number <= number ? 1 : 0;
    return PictureSource{copy->sha256, place, {}};
  }
  const auto original = catalog::object_of(database, item.id, "original");
  if (!original || !is_paged(original->format) || !archive.store().size_of(original->sha256)) return std::nullopt;
  return PictureSource{original->sha256, number, {0, page->skew, page->quarter_turns}};
}

int picture_width(int wanted) {
  const auto step = std::ranges::lower_bound(kWidths, wanted);
  return step == kWidths.end() ? kWidths.back() : *step;
}

fs::path picture_path(const Layout& layout, const PictureSource& source, int width) {
  return folder_of(layout, source.digest) / fmt::format("{}-{}.jpg", source.page, width);
}

void keep_shown_pictures(const Layout& layout, const fs::path& scratch, const scanner::Reading& reading, const Sha256& original,
                         const std::optional<Sha256>& reading_copy) {
  int place = 0;  // in the copy, which blank pages stay out of
  for (const auto& page : reading.pages) {
    const bool in_copy = reading_copy && !page.blank;
    place += page.blank ? 0 : 1;
    const auto made = scanner::picture_path(scratch, page.number, scanner::PictureKind::After);
    if (!fs::exists(made)) continue;
    const auto kept = picture_path(layout, {in_copy ? *reading_copy : original, in_copy ? place : page.number, {}}, scanner::kShownWidth);
    fs::create_directories(kept.parent_path());
    fs::rename(made, kept);
  }
}

std::uintmax_t room_for_pictures(const catalog::Database& database) {
  return std::max<std::uintmax_t>(kLeastRoom, catalog::stored_bytes(database) / 10);
}

std::vector<KeptPicture> kept_pictures(const Layout& layout) {
  std::vector<KeptPicture> kept;
  if (!fs::is_directory(layout.pictures())) return kept;
  for (const auto& entry : fs::recursive_directory_iterator(layout.pictures()))
    if (entry.is_regular_file()) kept.push_back({entry.path(), entry.last_write_time(), entry.file_size()});
  return kept;
}

std::uintmax_t drop_oldest_pictures(const Layout& layout, std::uintmax_t most_bytes) {
  auto kept = kept_pictures(layout);
  std::ranges::sort(kept, std::ranges::greater(), &KeptPicture::made);
  std::uintmax_t left = 0;
  for (const auto& picture : kept) {
    if (left + picture.bytes <= most_bytes) left += picture.bytes;
    else fs::remove(picture.path);
  }
  return left;
}

void forget_pictures(const Layout& layout, const Sha256& digest) { fs::remove_all(folder_of(layout, digest)); }

}  // namespace twofold::archive
