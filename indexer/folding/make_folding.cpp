// Writes the folding table: make-folding OUTPUT. What each character folds to is worked out here, at build time, from
// ICU, OpenCC and variants.h, so that the program has nothing to load before its first fold and folds alike wherever
// it runs.

#include "base/files.h"
#include "base/text.h"
#include "indexer/fold.h"
#include "indexer/folding/table.h"
#include "indexer/folding/variants.h"

#include <fmt/format.h>
#include <map>
#include <opencc/opencc.h>
#include <stdexcept>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace {

using namespace twofold;
using namespace twofold::indexer;

class Rules {
 public:
  Rules() : to_simplified_("t2s.json") {
    for (const auto pairs : {kRadicals, kNumerals, kOldForms, kSigns})
      for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) variants_[pairs[i]] = pairs[i + 1];
  }

  // Folded until folding changes nothing more.
  std::u32string operator()(char32_t c) const {
    std::u32string now(1, c);
    for (int round = 0; round < 8; ++round) {
      std::u32string next;
      for (const char32_t part : now) next += once(part);
      if (next == now) return now;
      now = std::move(next);
    }
    throw std::runtime_error(fmt::format("U+{:04X} never comes to rest", static_cast<std::uint32_t>(c)));
  }

 private:
  std::u32string once(char32_t c) const {
    const auto point = static_cast<UChar32>(c);
    if (c == 0x85 || c == 0x2028 || c == 0x2029) return U"\n";
    if (u_isUWhiteSpace(point)) return std::u32string(1, c < 0x80 ? c : U' ');
    if (u_charType(point) == U_NON_SPACING_MARK || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return {};
    if (const auto known = variants_.find(c); known != variants_.end()) return std::u32string(1, known->second);
    UErrorCode status = U_ZERO_ERROR;
    auto decomposed = icu::Normalizer2::getNFKDInstance(status)->normalize(icu::UnicodeString(point), status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    decomposed.foldCase();
    std::string utf8;
    decomposed.toUTF8String(utf8);
    return to_code_points(is_han(c) ? to_simplified_.Convert(utf8) : utf8);
  }

  opencc::SimpleConverter to_simplified_;
  std::map<char32_t, char32_t> variants_;
};

class Table {
 public:
  Table() : values_(folding::kPageSize, 0) {}  // the first page leaves every character as it is

  void add_page(std::size_t page, const Rules& rules) {
    std::vector<std::uint32_t> values(folding::kPageSize, 0);
    for (std::uint32_t i = 0; i < folding::kPageSize; ++i) {
      const auto c = static_cast<char32_t>(page * folding::kPageSize + i);
      if (c < 0xD800 || c > 0xDFFF) values[i] = value_of(c, rules(c));
    }
    if (values == std::vector<std::uint32_t>(folding::kPageSize, 0)) return;
    pages_[page] = static_cast<std::uint16_t>(values_.size() / folding::kPageSize);
    values_.insert(values_.end(), values.begin(), values.end());
  }

  std::string bytes() {
    const auto shift = static_cast<std::uint32_t>(values_.size());
    for (auto& value : values_)
      if ((value & folding::kSeveral) != 0) value += shift;  // the sequences lie behind the values
    values_.insert(values_.end(), sequences_.begin(), sequences_.end());
    std::string out(reinterpret_cast<const char*>(pages_), sizeof pages_);
    return out.append(reinterpret_cast<const char*>(values_.data()), values_.size() * sizeof values_[0]);
  }

 private:
  std::uint32_t value_of(char32_t c, const std::u32string& folded) {
    if (folded == std::u32string(1, c)) return 0;
    if (folded.empty()) return folding::kNothing;
    if (folded.size() == 1) return folded[0];
    const auto begin = static_cast<std::uint32_t>(sequences_.size());
    sequences_.insert(sequences_.end(), folded.begin(), folded.end());
    return folding::kSeveral | static_cast<std::uint32_t>(folded.size()) << folding::kLengthShift | begin;
  }

  std::uint16_t pages_[folding::kPages] = {};
  std::vector<std::uint32_t> values_, sequences_;
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) throw std::runtime_error("make-folding OUTPUT");
  const Rules rules;
  Table table;
  for (std::size_t page = 0; page < folding::kPages; ++page) table.add_page(page, rules);
  write_at_once(argv[1], table.bytes());
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "make-folding: {}\n", error.what());
  return 1;
}
