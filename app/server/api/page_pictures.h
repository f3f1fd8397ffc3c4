#pragma once
// Pictures of pages, made in the scanner's sandbox when first asked for and kept in the archive's cache. Thread-safe.

#include "app/server/api/shared_archive.h"
#include "archive/page_picture.h"

#include <map>
#include <mutex>

namespace twofold::app::api {

class PagePictures {
 public:
  explicit PagePictures(SharedArchive& shared);

  // A JPEG of at most the next step's width. Throws Error{NotFound, "picture.none"} where there is none to make,
  // Error{Invalid, "failure.…"} where the file cannot be read.
  std::filesystem::path picture(archive::Archive& archive, const catalog::Item& item, int page, int width);
  // Whether this reading is to be written down: looking through a file's pages is one reading, told again after five
  // minutes.
  bool is_new_reading(const std::string& person, std::int64_t item_id, Timestamp now);

 private:
  const archive::Layout layout_;
  std::mutex mutex_;
  std::map<std::pair<std::string, std::int64_t>, Timestamp> readings_;
};

}  // namespace twofold::app::api
