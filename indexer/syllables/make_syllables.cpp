// Writes the table of syllables: make-syllables OUTPUT. How a character is read is worked out here, at build time: ICU takes a
// tenth of a second to read its rules, and every command that writes a name into the index would wait for it.

#include "base/files.h"
#include "indexer/fold.h"
#include "indexer/syllables/table.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <stdexcept>
#include <unicode/translit.h>
#include <vector>

namespace {

using namespace twofold;
using namespace twofold::indexer;

class Readings {
 public:
  Readings() {
    UErrorCode status = U_ZERO_ERROR;
    transliterator_.reset(icu::Transliterator::createInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower", UTRANS_FORWARD, status));
    if (!transliterator_) throw std::runtime_error("ICU has no Han-Latin");
  }

  // Letters from a to z; "" where ICU knows none.
  std::string operator()(char32_t c) const {
    icu::UnicodeString text(static_cast<UChar32>(c));
    transliterator_->transliterate(text);
    std::string read, letters;
    text.toUTF8String(read);
    std::ranges::copy_if(read, std::back_inserter(letters), [](char letter) { return letter >= 'a' && letter <= 'z'; });
    return letters;
  }

 private:
  std::unique_ptr<icu::Transliterator> transliterator_;
};

class Table {
 public:
  void add_page(std::size_t page, const Readings& readings) {
    std::vector<std::uint16_t> values(syllables::kPageSize, 0);
    for (std::size_t i = 0; i < values.size(); ++i)
      if (const auto c = static_cast<char32_t>(page * syllables::kPageSize + i); is_han(c)) values[i] = number_of(readings(c));
    if (std::ranges::all_of(values, [](std::uint16_t value) { return value == 0; })) return;
    pages_[page] = static_cast<std::uint16_t>(values_.size() / syllables::kPageSize);
    values_.insert(values_.end(), values.begin(), values.end());
  }

  std::string bytes() const {
    std::string out(reinterpret_cast<const char*>(pages_.data()), sizeof pages_);
    std::string texts(syllables::kMostSyllables * syllables::kLongest, '\0');
    for (const auto& [syllable, number] : numbers_) texts.replace(number * syllables::kLongest, syllable.size(), syllable);
    out += texts;
    return out.append(reinterpret_cast<const char*>(values_.data()), values_.size() * sizeof values_[0]);
  }

 private:
  std::uint16_t number_of(const std::string& syllable) {
    const auto number = numbers_.emplace(syllable, static_cast<std::uint16_t>(numbers_.size())).first->second;
    if (number >= syllables::kMostSyllables || syllable.size() >= syllables::kLongest)
      throw std::runtime_error(fmt::format("the table has no room for ‘{}’", syllable));
    return number;
  }

  std::array<std::uint16_t, syllables::kPages> pages_{};
  std::vector<std::uint16_t> values_ = std::vector<std::uint16_t>(syllables::kPageSize, 0);
  std::map<std::string, std::uint16_t> numbers_{{"", 0}};
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) throw std::runtime_error("make-syllables OUTPUT");
  const Readings readings;
  Table table;
  for (std::size_t page = 0; page < syllables::kPages; ++page) table.add_page(page, readings);
  write_at_once(argv[1], table.bytes());
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "make-syllables: {}\n", error.what());
  return 1;
}
