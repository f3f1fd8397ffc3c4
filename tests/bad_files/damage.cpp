#include "tests/bad_files/damage.h"

#include "tests/bad_files/raw_packs.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <zlib.h>

namespace twofold::bad_files {
namespace {

using namespace std::literals;
using scanner::FileType;

std::size_t below(Random& random, std::size_t bound) { return bound == 0 ? 0 : random() % bound; }

// Where formats keep their lengths and their borders.
constexpr std::array kMarks{"PK\1\2"sv,    "PK\3\4"sv,   "PK\5\6"sv,   "IHDR"sv,     "IDAT"sv,     "IEND"sv,
                            "\xFF\xDA"sv,  "\xFF\xC0"sv, "\xFF\xC2"sv, "\xFF\xC4"sv, "endobj"sv,   "stream"sv,
                            "endstream"sv, "xref"sv,     "trailer"sv,  "/Length"sv,  "jp2c"sv,     "ihdr"sv,
                            "\xFF\x51"sv,  "ustar"sv,    "</"sv,       "\n\n"sv,     "\r\n\r\n"sv, "--b"sv,
                            "\\par"sv,     "\0\1\4\0"sv, "\1\1\4\0"sv};

std::size_t structural_place(const std::string& bytes, Random& random) {
  std::vector<std::size_t> places;
  for (const std::string_view mark : kMarks)
    for (auto at = bytes.find(mark); at != std::string::npos && places.size() < 4000; at = bytes.find(mark, at + 1))
      places.push_back(at);
  if (places.empty()) return below(random, bytes.size());
  return places[below(random, places.size())];
}

std::string truncated(std::string bytes, Random& random) { return bytes.substr(0, 1 + below(random, bytes.size())); }

std::string truncated_at_border(std::string bytes, Random& random) {
  return bytes.substr(0, std::max<std::size_t>(1, structural_place(bytes, random) + below(random, 12)));
}

std::string flipped(std::string bytes, Random& random, std::size_t from, std::size_t to, int hits) {
  const std::size_t end = std::min(to, bytes.size());
  for (int i = 0; i < hits && from < end; ++i)
    bytes[from + below(random, end - from)] ^= static_cast<char>(1U << below(random, 8));
  return bytes;
}

std::string flip_one(std::string bytes, Random& random) { return flipped(std::move(bytes), random, 0, ~0ULL, 1); }
std::string flip_many(std::string bytes, Random& random) { return flipped(std::move(bytes), random, 0, ~0ULL, 25); }
std::string flip_header(std::string bytes, Random& random) { return flipped(std::move(bytes), random, 4, 96, 3); }
std::string flip_border(std::string bytes, Random& random) {
  const std::size_t at = structural_place(bytes, random);
  return flipped(std::move(bytes), random, at, at + 48, 3);
}

std::string noise(std::size_t size, Random& random) {
  std::string made(size, '\0');
  for (char& c : made) c = static_cast<char>(random());
  return made;
}

std::string overwritten(std::string bytes, Random& random) {
  const std::size_t at = below(random, bytes.size());
  const std::size_t length = std::min(bytes.size() - at, 4 + below(random, 256));
  return bytes.replace(at, length, below(random, 3) == 0 ? std::string(length, '\0') : noise(length, random));
}

std::string piece_of(const std::string& bytes, std::size_t& at, Random& random) {
  at = below(random, bytes.size());
  return bytes.substr(at, 1 + below(random, std::max<std::size_t>(1, bytes.size() / 4)));
}

std::string removed(std::string bytes, Random& random) {
  std::size_t at = 0;
  const std::string piece = piece_of(bytes, at, random);
  bytes.erase(at, piece.size());
  return bytes.empty() ? "x" : bytes;
}

std::string doubled(std::string bytes, Random& random) {
  std::size_t at = 0;
  const std::string piece = piece_of(bytes, at, random);
  return bytes.insert(below(random, bytes.size()), piece);
}

std::string swapped(std::string bytes, Random& random) {
  std::size_t at = 0;
  const std::string piece = piece_of(bytes, at, random);
  bytes.erase(at, piece.size());
  return bytes.insert(below(random, bytes.size() + 1), piece);
}

// A length, a count or an offset says nothing, everything or the border of a sign.
std::string length_lie(std::string bytes, Random& random) {
  static constexpr std::array<std::uint32_t, 8> kLies{0,          1,      0xFFFFFFFF, 0x7FFFFFFF,
                                                      0x80000000, 0xFFFF, 0x10000,    0xFFFFFFF0};
  const std::size_t at = structural_place(bytes, random) + below(random, 48);
  const std::uint32_t lie = kLies.at(below(random, kLies.size()));
  const int width = below(random, 2) == 0 ? 4 : 2;
  const std::string field = below(random, 2) == 0 ? little(lie, width) : big(lie, width);
  if (at + field.size() <= bytes.size()) bytes.replace(at, field.size(), field);
  return bytes;
}

// The numbers that texts write: sizes, counts, widths, references.
std::string number_lie(std::string bytes, Random& random) {
  static constexpr std::array kLies{"-1",    "0",      "99999999999999999999", "2147483648", "4294967295", "1e309",
                                    "65536", "1000000"};
  const std::size_t from = below(random, bytes.size());
  const auto digit = [&](std::size_t i) { return std::isdigit(static_cast<unsigned char>(bytes[i])) != 0; };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t at = (from + i) % bytes.size();
    if (!digit(at)) continue;
    std::size_t end = at;
    while (end < bytes.size() && digit(end)) ++end;
    return bytes.replace(at, end - at, kLies.at(below(random, kLies.size())));
  }
  return length_lie(std::move(bytes), random);
}

std::string inserted(std::string bytes, Random& random) {
  return bytes.insert(below(random, bytes.size()), noise(1 + below(random, 300), random));
}

std::string garbage_around(std::string bytes, Random& random) {
  const std::string garbage = noise(1 + below(random, 2000), random);
  return below(random, 2) == 0 ? garbage + bytes : bytes + garbage;
}

std::string png_with_checksums(std::string bytes, Random& random) {
  bytes = flipped(std::move(bytes), random, 8, ~0ULL, 4);
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) length = length << 8U | static_cast<unsigned char>(bytes[at + i]);
    if (length > bytes.size() - at - 12) break;
    bytes.replace(at + 8 + length, 4, big(crc32_of(std::string_view(bytes).substr(at + 4, length + 4)), 4));
    at += 12 + length;
  }
  return bytes;
}

std::string inflated(std::string_view bytes, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -15) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, int width) {
  std::uint64_t value = 0;
  for (int i = width; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(i)));
  return value;
}

// The entries of a sound zip, by its directory.
std::vector<ZipEntry> entries_of(std::string_view bytes) {
  std::vector<ZipEntry> entries;
  const auto end = bytes.rfind("PK\5\6");
  if (end == std::string_view::npos) return entries;
  std::size_t row = number_at(bytes, end + 16, 4);
  while (row + 46 <= bytes.size() && bytes.substr(row, 4) == "PK\1\2") {
    const std::size_t packed = number_at(bytes, row + 20, 4), size = number_at(bytes, row + 24, 4);
    const std::size_t name = number_at(bytes, row + 28, 2), at = number_at(bytes, row + 42, 4);
    const std::size_t data = at + 30 + number_at(bytes, at + 26, 2) + number_at(bytes, at + 28, 2);
    const bool plain = number_at(bytes, row + 10, 2) == 0;
    const std::string_view content = bytes.substr(data, packed);
    entries.push_back(
        {std::string(bytes.substr(row + 46, name)), plain ? std::string(content) : inflated(content, size), !plain});
    row += 46 + name + number_at(bytes, row + 30, 2) + number_at(bytes, row + 32, 2);
  }
  return entries;
}

using Damage = std::string (*)(std::string, Random&);
struct Kind {
  const char* name;
  Damage damage;
};

constexpr std::array<Kind, 16> kKinds{{{"truncated", truncated},
                                       {"truncated_at_border", truncated_at_border},
                                       {"flip_one", flip_one},
                                       {"flip_many", flip_many},
                                       {"flip_header", flip_header},
                                       {"flip_border", flip_border},
                                       {"overwritten", overwritten},
                                       {"removed", removed},
                                       {"doubled", doubled},
                                       {"swapped", swapped},
                                       {"length_lie", length_lie},
                                       {"number_lie", number_lie},
                                       {"inserted", inserted},
                                       {"garbage_around", garbage_around},
                                       {"length_lies",
                                        [](std::string bytes, Random& random) {
                                          for (int i = 0; i < 6; ++i) bytes = length_lie(std::move(bytes), random);
                                          return bytes;
                                        }},
                                       {"number_lies", [](std::string bytes, Random& random) {
                                          for (int i = 0; i < 6; ++i) bytes = number_lie(std::move(bytes), random);
                                          return bytes;
                                        }}}};

// The damage reaches the parser behind the container: the pack itself is sound again.
std::string repacked(std::string bytes, Random& random) {
  std::vector<ZipEntry> entries = entries_of(bytes);
  if (entries.empty()) return flip_many(std::move(bytes), random);
  ZipEntry& hit = entries[below(random, entries.size())];
  if (!hit.content.empty()) hit.content = kKinds.at(below(random, kKinds.size())).damage(hit.content, random);
  return zip_of(entries);
}

std::string foreign_magic(std::string bytes, const std::vector<Seed>& others, Random& random) {
  const std::string& other = others[below(random, others.size())].bytes;
  const std::size_t length = std::min<std::size_t>({8, bytes.size(), other.size()});
  return bytes.replace(0, length, other, 0, length);
}

bool zipped(FileType type) { return type == FileType::Zip || (type >= FileType::Docx && type <= FileType::Odp); }

}  // namespace

BadFile damaged(const Seed& seed, const std::vector<Seed>& others, Random& random) {
  const std::size_t pick = below(random, 20);
  if (pick == 19) return {"foreign_magic of " + seed.name, foreign_magic(seed.bytes, others, random), ""};
  if (pick >= 16 && zipped(seed.type)) return {"repacked of " + seed.name, repacked(seed.bytes, random), ""};
  if (pick >= 16 && seed.type == FileType::Png) {
    return {"png_with_checksums of " + seed.name, png_with_checksums(seed.bytes, random), ""};
  }
  const Kind& kind = kKinds.at(pick % kKinds.size());
  return {kind.name + (" of " + seed.name), kind.damage(seed.bytes, random), ""};
}

}  // namespace twofold::bad_files
