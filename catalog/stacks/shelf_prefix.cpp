#include "catalog/stacks/shelf_prefix.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace twofold::catalog {

ShelfPrefix::ShelfPrefix(const ShelfCode& place)
    : room_(place.room), numbers_{place.row, place.bay, place.shelf, place.slot} {}

std::optional<ShelfPrefix> ShelfPrefix::try_parse(std::string_view text) {
  if (trim(text).empty()) return ShelfPrefix();
  // Read as the first place below it, so that prefixes are folded and checked exactly as codes are.
  std::string filled(trim(text));
  for (std::size_t depth = kPlace; depth > 0; --depth, filled += "-1")
    if (const auto place = ShelfCode::try_parse(filled)) return ShelfPrefix(*place).cut(depth);
  return std::nullopt;
}

ShelfPrefix ShelfPrefix::parse(std::string_view text) {
  if (auto prefix = try_parse(text)) return *std::move(prefix);
  throw Error(ErrorKind::Usage, msg("shelf.bad_prefix", text));
}

std::string ShelfPrefix::text() const {
  std::string text = room_;
  for (std::size_t i = 0; i < numbers_.size(); ++i)
    text += i == 2 ? fmt::format("-{}", numbers_[i]) : fmt::format("-{:02}", numbers_[i]);
  return text;
}

std::string ShelfPrefix::key() const {
  std::string key = room_;
  for (const int number : numbers_) key += fmt::format("-{:04}", number);
  return key;
}

ShelfPrefix::Keys ShelfPrefix::keys(std::size_t depth) const {
  if (room_.empty()) return {"", "~"};
  // '-' sorts before '.', and both before every letter and digit: K1 does not take in K10.
  if (this->depth() >= depth) return {cut(depth).key(), cut(depth).key() + '-'};
  return {key() + '-', key() + '.'};
}

bool ShelfPrefix::overlaps(const ShelfPrefix& other) const {
  const std::size_t common = std::min(depth(), other.depth());
  return cut(common).key() == other.cut(common).key();
}

ShelfPrefix ShelfPrefix::cut(std::size_t depth) const {
  ShelfPrefix above = *this;
  if (depth == 0) above.room_.clear();
  above.numbers_.resize(std::min(numbers_.size(), depth == 0 ? 0 : depth - 1));
  return above;
}

ShelfPrefix ShelfPrefix::below(int number) const {
  ShelfPrefix deeper = *this;
  deeper.numbers_.push_back(number);
  return deeper;
}

ShelfPrefix ShelfPrefix::moved(const ShelfPrefix& from, const ShelfPrefix& to) const {
  ShelfPrefix there = to;
  const auto below = static_cast<std::ptrdiff_t>(from.numbers_.size());
  there.numbers_.insert(there.numbers_.end(), numbers_.begin() + below, numbers_.end());
  return there;
}

std::optional<ShelfCode> ShelfPrefix::place() const {
  if (depth() != kPlace) return std::nullopt;
  return ShelfCode{.room = room_, .row = numbers_[0], .bay = numbers_[1], .shelf = numbers_[2], .slot = numbers_[3]};
}

}  // namespace twofold::catalog
