#include "app/server/api/page_pictures.h"

#include "base/error.h"
#include "base/files.h"

namespace twofold::app::api {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kOneReading = 5 * 60 * 1000;
constexpr std::size_t kMostReadings = 10'000;

}  // namespace

// The right to make one picture, once nobody else is making it.
class PagePictures::Making {
 public:
  Making(PagePictures& owner, const fs::path& path) : owner_(owner), path_(path) {
    std::unique_lock lock(owner_.mutex_);
    owner_.made_.wait(lock, [&] { return !owner_.in_making_.contains(path_); });
    owner_.in_making_.insert(path_);
  }
  ~Making() {
    const std::lock_guard lock(owner_.mutex_);
    owner_.in_making_.erase(path_);
    owner_.made_.notify_all();
  }
  Making(const Making&) = delete;
  Making& operator=(const Making&) = delete;

 private:
  PagePictures& owner_;
  const fs::path path_;
};

PagePictures::PagePictures(SharedArchive& shared, std::uintmax_t most_bytes)
    : layout_(shared.layout()), most_bytes_(most_bytes), viewer_(shared.reader_options()) {
  for (const auto& picture : archive::kept_pictures(layout_)) kept_bytes_ += picture.bytes;
}

void PagePictures::get_ready() {
  std::call_once(ready_, [&] {
    starting_ = std::jthread([this] {
      try {
        viewer_.get_ready();
      } catch (const Error&) {
        // Whoever asks for a picture is told why there is none.
      }
    });
  });
}

fs::path PagePictures::picture(archive::Archive& archive, const catalog::Item& item, int page, int width) {
  auto source = archive::picture_source(archive, item, page);
  if (!source) throw Error(ErrorKind::NotFound, msg("picture.none", item.number(), page));
  source->view.width = archive::picture_width(width);
  auto path = archive::picture_path(layout_, *source, source->view.width);
  if (!fs::exists(path)) {
    const Making making(*this, path);
    if (!fs::exists(path)) make(archive, *source, path);
  }
  return path;
}

void PagePictures::make(archive::Archive& archive, const archive::PictureSource& source, const fs::path& path) {
  const ScratchFolder scratch(layout_.tmp());
  const auto made = viewer_.view(archive.store().path_of(source.digest), source.page, source.view, scratch.path());
  fs::create_directories(path.parent_path());
  fs::rename(made, path);
  // Destroyed meanwhile: its picture must not outlive it.
  if (!archive.store().size_of(source.digest)) archive::forget_pictures(layout_, source.digest);
  else keep_within_bounds(fs::file_size(path));
}

void PagePictures::keep_within_bounds(std::uintmax_t added) {
  const std::lock_guard lock(mutex_);
  kept_bytes_ += added;
  if (kept_bytes_ > most_bytes_) kept_bytes_ = archive::drop_oldest_pictures(layout_, most_bytes_ / 2);
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
