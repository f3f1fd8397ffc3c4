#include "app/server/api/page_pictures.h"

#include "base/error.h"

namespace twofold::app::api {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kOneReading = 5 * 60 * 1000;
constexpr std::size_t kMostReadings = 10'000;

}  // namespace

PagePictures::PagePictures(SharedArchive& shared) : layout_(shared.layout()) {}

fs::path PagePictures::picture(archive::Archive& archive, const catalog::Item& item, int page, int width) {
  auto source = archive::picture_source(archive, item, page);
  if (!source) throw Error(ErrorKind::NotFound, msg("picture.none", item.number(), page));
  source->view.width = archive::picture_width(width);
  auto path = archive::picture_path(layout_, *source, source->view.width);
  if (fs::exists(path)) return path;
  throw Error(ErrorKind::NotFound, msg("picture.none", item.number(), page));
}

bool PagePictures::is_new_reading(const std::string& person, std::int64_t item_id, Timestamp now) {
  const std::lock_guard lock(mutex_);
  if (readings_.size() > kMostReadings)
    std::erase_if(readings_,
                  [&](const auto& entry) { return now.milliseconds - entry.second.milliseconds >= kOneReading; });
  const auto [found, fresh] = readings_.try_emplace({person, item_id}, now);
  if (!fresh && now.milliseconds - found->second.milliseconds < kOneReading) return false;
  found->second = now;
  return true;
}

}  // namespace twofold::app::api
