#include "scanner/worker/page/srgb_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace twofold::scanner {
namespace {

void put(std::string& bytes, std::uint32_t value, int length) {
  for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFFU);
}

std::string type(const char* signature) { return signature + std::string(4, '\0'); }

// Values of the profile connection space, as 16.16 fixed point.
std::string xyz(const std::array<double, 3>& values) {
  std::string bytes = type("XYZ ");
  for (const double value : values) put(bytes, static_cast<std::uint32_t>(std::lround(value * 65536)), 4);
  return bytes;
}

std::string description(const std::string& name) {
  std::string bytes = type("desc");
  put(bytes, static_cast<std::uint32_t>(name.size() + 1), 4);
  bytes += name;
  return bytes + std::string(1 + 4 + 4 + 2 + 1 + 67, '\0');  // no names in Unicode or for the Macintosh
}

std::string text(const std::string& words) { return type("text") + words + '\0'; }

std::string tone_curve() {
  constexpr int kSteps = 256;
  std::string bytes = type("curv");
  put(bytes, kSteps, 4);
  for (int i = 0; i < kSteps; ++i) {
    const double value = i / (kSteps - 1.0);
    const double light = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    put(bytes, static_cast<std::uint32_t>(std::lround(light * 65535)), 2);
  }
  return bytes;
}

struct Tag {
  std::vector<const char*> signatures;  // several tags may share one value
  std::string value;
};

// The primaries of ITU-R BT.709 under D65, adapted to D50 by Bradford's matrix.
std::vector<Tag> tags() {
  return {{{"desc"}, description("sRGB")},
          {{"cprt"}, text("No copyright, use freely")},
          {{"wtpt"}, xyz({0.95047, 1, 1.08883})},
          {{"rXYZ"}, xyz({0.43607, 0.22249, 0.01392})},
          {{"gXYZ"}, xyz({0.38515, 0.71687, 0.09708})},
          {{"bXYZ"}, xyz({0.14307, 0.06061, 0.71410})},
          {{"rTRC", "gTRC", "bTRC"}, tone_curve()}};
}

std::string header(std::size_t size) {
  std::string bytes;
  put(bytes, static_cast<std::uint32_t>(size), 4);
  bytes += std::string(4, '\0');
  put(bytes, 0x02100000, 4);
  bytes += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U}) put(bytes, part, 2);
  bytes += "acsp";
  bytes += std::string(28, '\0');  // no platform, no flags, no maker, perceptual
  bytes += xyz({0.9642, 1, 0.8249}).substr(8);
  return bytes + std::string(128 - bytes.size(), '\0');
}

}  // namespace

std::string srgb_profile() {
  constexpr std::size_t kHeader = 128, kCount = 4, kEntry = 12;
  std::string table, values;
  const std::vector<Tag> all = tags();
  std::size_t count = 0;
  for (const Tag& tag : all) count += tag.signatures.size();
  put(table, static_cast<std::uint32_t>(count), kCount);
  for (const Tag& tag : all) {
    for (const char* signature : tag.signatures) {
      table += signature;
      put(table, static_cast<std::uint32_t>(kHeader + kCount + count * kEntry + values.size()), 4);
      put(table, static_cast<std::uint32_t>(tag.value.size()), 4);
    }
    values += tag.value;
    values += std::string((4 - values.size() % 4) % 4, '\0');
  }
  return header(kHeader + table.size() + values.size()) + table + values;
}

}  // namespace twofold::scanner
