#include "catalog/stacks/label.h"

#include "base/sheet_code.h"
#include "base/text.h"

namespace twofold::catalog {
namespace {

// Scanners may be set to put the symbology before the code: "]Q1" for QR, "]C0" for Code 128.
std::string_view without_symbology(std::string_view line) {
  constexpr std::size_t kLength = 3;
  return line.size() > kLength && line.front() == ']' ? line.substr(kLength) : line;
}

}  // namespace

Label read_label(std::string_view line) {
  const std::string_view read = without_symbology(trim(line));
  if (read.empty() || !is_utf8(read)) return {};
  const auto sheet = SheetCode::try_parse(read);
  const std::string_view code = sheet ? std::string_view(sheet->code) : read;
  if (const auto volume = VolumeCode::try_parse(code)) return *volume;
  if (const auto item = ReferenceCode::try_parse(code)) return item->volume;
  if (const auto box = ContainerNumber::try_parse(code)) return *box;
  if (const auto part = ShelfPrefix::try_parse(code); part && part->depth() >= ShelfPrefix::kShelf) return *part;
  return {};
}

bool stands_at(std::string_view place, std::string_view label) {
  return place.starts_with(label) && (place.size() == label.size() || place[label.size()] == '-');
}

}  // namespace twofold::catalog
