#pragma once
// Pictures of pages, kept in the archive's cache: those that people are shown first are there since the file was taken in, others are
// made in the scanner's sandbox when first asked for. Thread-safe.

#include "app/server/api/shared_archive.h"
#include "archive/page_picture.h"
#include "scanner/page_viewer.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace twofold::app::api {

class PagePictures {
 public:
  // At most so many bytes are kept; those made longest ago go first.
  PagePictures(SharedArchive& shared, std::uintmax_t most_bytes);

  // Somebody looks at an item: the first of its pictures need not wait for the workers to start.
  void get_ready();
  // A JPEG of at most the next step's width; those who ask at once for one that is not there wait for one making. Throws
  // Error{NotFound, "picture.none"} where there is none to make, Error{Invalid, "failure.…"} where the file cannot be read.
  std::filesystem::path picture(archive::Archive& archive, const catalog::Item& item, int page, int width);
  // Whether this reading is to be written down: looking through a file's pages is one reading, told again after five
  // minutes.
  bool is_new_reading(const std::string& person, std::int64_t item_id, Timestamp now);

 private:
  class Making;
  std::filesystem::path made(archive::Archive& archive, const archive::PictureSource& source, int width);
  void make(archive::Archive& archive, const archive::PictureSource& source, int width, const std::filesystem::path& path);
  void count(std::uintmax_t added);
  void keep_within_bounds();

  const archive::Layout layout_;
  const std::uintmax_t most_bytes_;
  scanner::PageViewer viewer_;

  std::mutex mutex_;
  std::condition_variable made_;
  std::set<std::filesystem::path> in_making_;
  std::uintmax_t kept_bytes_ = 0;
  std::map<std::pair<std::string, std::int64_t>, Timestamp> readings_;
  std::once_flag ready_;
  std::jthread starting_;   // the last member: it ends before the viewer
};

}  // namespace twofold::app::api
