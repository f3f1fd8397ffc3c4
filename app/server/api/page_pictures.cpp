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
    : layout_(shared.layout()), most_bytes_(most_bytes), viewer_(shared.reader_options()) {}

void PagePictures::get_ready() {
  std::call_once(ready_, [&] {
    starting_ = std::jthread([this] {
      try {
        viewer_.get_ready();
        std::uintmax_t kept = 0;
        for (const auto& picture : archive::kept_pictures(layout_)) kept += picture.bytes;
        count(kept);
        keep_within_bounds();
      } catch (const Error&) {
        // Whoever asks for a picture is told why there is none.
      }
    });
  });
}

fs::path PagePictures::picture(archive::Archive& archive, const catalog::Item& item, int page, int width) {
  const auto source = archive::picture_source(archive, item, page);
  if (!source) throw Error(ErrorKind::NotFound, msg("picture.none", item.number(), page));
  auto path = made(archive, *source, archive::picture_width(width));
  keep_within_bounds();
  return path;
}

fs::path PagePictures::made(archive::Archive& archive, const archive::PictureSource& source, int width) {
  auto path = archive::picture_path(layout_, source, width);
  if (fs::exists(path)) return path;
  const Making making(*this, path);
  if (!fs::exists(path)) make(archive, source, width, path);
  return path;
}

void PagePictures::make(archive::Archive& archive, const archive::PictureSource& source, int width, const fs::path& path) {
  const ScratchFolder scratch(layout_.tmp());
  // A whole page takes a whole page's time; whoever looks at a small picture asks for the one shown next.
  const bool is_small = width < scanner::kShownWidth;
  const auto from = is_small ? made(archive, source, scanner::kShownWidth) : archive.store().path_of(source.digest);
  const auto view = is_small ? scanner::PageView{.width = width} : scanner::PageView{width, source.view.degrees, source.view.quarter_turns};
  const auto drawn = viewer_.view(from, is_small ? 1 : source.page, view, scratch.path());
  fs::create_directories(path.parent_path());
  fs::rename(drawn, path);
  // Destroyed meanwhile: its picture must not outlive it.
  if (!archive.store().size_of(source.digest)) archive::forget_pictures(layout_, source.digest);
  else count(fs::file_size(path));
}

void PagePictures::count(std::uintmax_t added) {
  const std::lock_guard lock(mutex_);
  kept_bytes_ += added;
}

void PagePictures::keep_within_bounds() {
  const std::lock_guard lock(mutex_);
  // Some room at once, since looking for the oldest reads the whole cache.
  if (kept_bytes_ > most_bytes_) kept_bytes_ = archive::drop_oldest_pictures(layout_, most_bytes_ - most_bytes_ / 10);
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
