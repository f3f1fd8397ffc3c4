#include "scanner/worker/page/recognition_cache.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/files.h"
#include "scanner/protocol.h"

#include <fmt/format.h>

#include <algorithm>

namespace twofold::scanner {
namespace {

// A page of twenty thousand words takes 2 MB.
constexpr std::uintmax_t kLargestRecord = 32U << 20U;

bool inside(const Box& box, const Page& page) {
  return box.left + box.width <= page.width && box.top + box.height <= page.height;
}

bool consistent(const Page& page) {
  if (page.width <= 0 || page.height <= 0 || (page.blank && !page.text.empty())) return false;
  return std::ranges::all_of(page.words, [&](const Word& word) { return inside(word.box, page); });
}

}  // namespace

std::string picture_hash(const PageImage& image) {
  const cv::Mat& pixels = image.pixels;
  Hasher hasher;
  hasher.update(fmt::format("{} {} {} {:.3f}\n", pixels.cols, pixels.rows, pixels.channels(), image.dpi));
  const auto row_bytes = static_cast<std::size_t>(pixels.cols) * pixels.elemSize();
  const bool whole = pixels.isContinuous();
  const int pieces = whole ? 1 : pixels.rows;
  const std::size_t length = whole ? row_bytes * static_cast<std::size_t>(pixels.rows) : row_bytes;
  for (int row = 0; row < pieces; ++row) hasher.update({pixels.ptr<char>(row), length});
  return hasher.finish().text();
}

std::optional<Page> find_recognised(const std::filesystem::path& cache, const std::string& picture_hash,
                                    const std::string& recogniser) {
  const auto path = cache_path(cache, picture_hash, recogniser);
  std::error_code absent;
  const std::uintmax_t size = std::filesystem::file_size(path, absent);
  if (absent || size > kLargestRecord) return std::nullopt;
  try {
    auto page = decode_record(read_file(path), picture_hash, recogniser);
    return page && consistent(*page) ? page : std::nullopt;
  } catch (const Error&) {  // gone meanwhile, or not to be read
    return std::nullopt;
  }
}

}  // namespace twofold::scanner
