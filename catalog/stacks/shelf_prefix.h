#pragma once
// A part of the stack: all of it (""), a room "K1", a row "K1-02", a bay "K1-02-05", a shelf "K1-02-05-3", or one
// place. Numbers are read with or without leading zeros.

#include "catalog/numbers.h"

#include <string>
#include <string_view>
#include <vector>

namespace twofold::catalog {

class ShelfPrefix {
 public:
  ShelfPrefix() = default;  // everything
  explicit ShelfPrefix(const ShelfCode& place);
  static ShelfPrefix parse(std::string_view text);  // throws Error{Usage, "shelf.bad_prefix"}
  static std::optional<ShelfPrefix> try_parse(std::string_view text);

  static constexpr std::size_t kShelf = 4, kPlace = 5;  // how deep these lie
  std::size_t depth() const { return room_.empty() ? 0 : 1 + numbers_.size(); }
  const std::string& room() const { return room_; }
  std::string text() const;  // as a code is written, K1-02-05
  // Orders as a person walks: row 2 before row 10.
  std::string key() const;
  // The keys, of codes of that depth, that lie below: low ≤ key < high.
  struct Keys {
    std::string low, high;
  };
  Keys keys(std::size_t depth) const;
  bool overlaps(const ShelfPrefix& other) const;  // one lies in the other
  ShelfPrefix cut(std::size_t depth) const;       // the part above it
  ShelfPrefix below(int number) const;            // one step deeper
  // The same spot below another part of the same depth: K1-02-05-3-12 moved from K1-02 to K2-01 is K2-01-05-3-12.
  ShelfPrefix moved(const ShelfPrefix& from, const ShelfPrefix& to) const;
  std::optional<ShelfCode> place() const;  // where it is one place
  friend bool operator==(const ShelfPrefix&, const ShelfPrefix&) = default;

 private:
  std::string room_;
  std::vector<int> numbers_;  // row, bay, shelf, slot
};

}  // namespace twofold::catalog
