#include "scanner/worker/page/tiff_directories.h"

#include "scanner/worker/failure.h"

#include <array>
#include <fstream>
#include <set>

namespace twofold::scanner {
namespace {

constexpr std::uint16_t kWidth = 256, kHeight = 257, kStripOffsets = 273, kStripSizes = 279, kXResolution = 282,
                        kYResolution = 283, kResolutionUnit = 296, kTileOffsets = 324, kTileSizes = 325;
constexpr std::uint64_t kMostEntries = 4096;
constexpr std::uint64_t kMostStrips = 4'000'000;

struct Entry {
  std::uint16_t tag = 0, type = 0;
  std::uint64_t count = 0, position = 0;  // position: where the values are
};

class TiffFile {
 public:
  explicit TiffFile(const std::filesystem::path& path) : in_(path, std::ios::binary) {
    in_.seekg(0, std::ios::end);
    size_ = static_cast<std::uint64_t>(std::max<std::streamoff>(0, in_.tellg()));
    std::array<unsigned char, 4> mark{};
    load(0, mark.data(), mark.size());
    little_ = mark[0] == 'I';
    big_ = (little_ ? mark[2] : mark[3]) == 43;
  }

  std::uint64_t size() const { return size_; }
  std::uint64_t first() { return big_ ? number(8, 8) : number(4, 4); }

  // The entries of the directory at `at`, and where the next one is.
  std::vector<Entry> entries(std::uint64_t at, std::uint64_t& next) {
    const unsigned head = big_ ? 8 : 2, length = big_ ? 20 : 12, word = big_ ? 8 : 4;
    const std::uint64_t count = number(at, head);
    if (count == 0 || count > kMostEntries) throw ReadFailure(Failure::Corrupt, "broken TIFF directory");
    std::vector<Entry> found;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t base = at + head + i * length;
      Entry entry{static_cast<std::uint16_t>(number(base, 2)), static_cast<std::uint16_t>(number(base + 2, 2)),
                  number(base + 4, word), base + 4 + word};
      if (entry.count > size_) throw ReadFailure(Failure::Corrupt, "broken TIFF entry");
      if (entry.count * width_of(entry.type) > word) entry.position = number(entry.position, word);
      found.push_back(entry);
    }
    next = number(at + head + count * length, word);
    return found;
  }

  std::uint64_t value(const Entry& entry, std::uint64_t index) {
    const unsigned width = width_of(entry.type);
    return number(entry.position + index * width, width);
  }

  double rational(const Entry& entry) {
    const auto above = static_cast<double>(number(entry.position, 4));
    const auto below = static_cast<double>(number(entry.position + 4, 4));
    return below > 0 ? above / below : 0;
  }

 private:
  static unsigned width_of(std::uint16_t type) {
    constexpr std::array<unsigned, 19> widths{1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8};
    return type < widths.size() ? widths[type] : 1;
  }

  void load(std::uint64_t at, unsigned char* to, std::size_t length) {
    if (at > size_ || length > size_ - at) throw ReadFailure(Failure::Corrupt, "the TIFF ends too early");
    in_.seekg(static_cast<std::streamoff>(at));
    in_.read(reinterpret_cast<char*>(to), static_cast<std::streamsize>(length));
    if (!in_) throw ReadFailure(Failure::Corrupt, "the TIFF cannot be read");
  }

  std::uint64_t number(std::uint64_t at, unsigned length) {
    std::array<unsigned char, 8> bytes{};
    load(at, bytes.data(), length);
    std::uint64_t result = 0;
    for (unsigned i = 0; i < length; ++i) result = result << 8U | bytes[little_ ? length - 1 - i : i];
    return result;
  }

  std::ifstream in_;
  std::uint64_t size_ = 0;
  bool little_ = true, big_ = false;
};

bool inside_file(TiffFile& file, const Entry& offsets, const Entry& sizes) {
  if (offsets.count != sizes.count || offsets.count > kMostStrips) return false;
  for (std::uint64_t i = 0; i < offsets.count; ++i) {
    const std::uint64_t at = file.value(offsets, i), length = file.value(sizes, i);
    if (at > file.size() || length > file.size() - at) return false;
  }
  return true;
}

TiffDirectory understand(TiffFile& file, const std::vector<Entry>& entries) {
  TiffDirectory page;
  Entry offsets, sizes;
  double per_inch = 1;
  for (const Entry& entry : entries) {
    if (entry.tag == kWidth) page.width = file.value(entry, 0);
    if (entry.tag == kHeight) page.height = file.value(entry, 0);
    if (entry.tag == kXResolution) page.x_dpi = file.rational(entry);
    if (entry.tag == kYResolution) page.y_dpi = file.rational(entry);
    if (entry.tag == kResolutionUnit && file.value(entry, 0) == 3) per_inch = 2.54;
    if (entry.tag == kStripOffsets || entry.tag == kTileOffsets) offsets = entry;
    if (entry.tag == kStripSizes || entry.tag == kTileSizes) sizes = entry;
  }
  page.x_dpi *= per_inch;
  page.y_dpi *= per_inch;
  if (sizes.count > 0) page.complete = inside_file(file, offsets, sizes);
  return page;
}

}  // namespace

std::vector<TiffDirectory> tiff_directories(const std::filesystem::path& path, std::size_t most) {
  TiffFile file(path);
  std::vector<TiffDirectory> pages;
  std::set<std::uint64_t> seen;
  for (std::uint64_t at = file.first(); at != 0 && pages.size() < most;) {
    if (!seen.insert(at).second) throw ReadFailure(Failure::Corrupt, "the TIFF directories form a circle");
    std::uint64_t next = 0;
    pages.push_back(understand(file, file.entries(at, next)));
    at = next;
  }
  if (pages.empty()) throw ReadFailure(Failure::Corrupt, "a TIFF without pages");
  return pages;
}

}  // namespace twofold::scanner
