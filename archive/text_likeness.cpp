#include "archive/text_likeness.h"

#include "base/text.h"
#include "indexer/fold.h"

#include <algorithm>
#include <map>

namespace twofold::archive {
namespace {

constexpr std::size_t kMostCompared = 20'000;  // characters of a page; what follows is not compared

std::u32string letters_of(std::string_view text) {
  std::u32string letters = indexer::fold(text).text;
  std::erase(letters, U' ');
  if (letters.size() > kMostCompared) letters.resize(kMostCompared);
  return letters;
}

// 12,800.50 and 12800.50 are the same figure; a point or hyphen at the end is the sentence's.
std::vector<std::string> figures_of(std::string_view text) {
  std::vector<std::string> figures;
  std::u32string figure;
  const auto take = [&] {
    while (!figure.empty() && !indexer::is_digit(figure.back())) figure.pop_back();
    if (figure.size() > 1) figures.push_back(to_utf8(figure));
    figure.clear();
  };
  for (const char32_t letter : indexer::fold(text).text) {
    if (indexer::is_digit(letter)) figure += letter;
    else if (!figure.empty() && (letter == U'.' || letter == U'-')) figure += letter;
    else if (letter != U',') take();
  }
  take();
  return figures;
}

}  // namespace

double text_likeness(std::string_view one, std::string_view other) {
  const std::u32string a = letters_of(one), b = letters_of(other);
  if (a.empty() && b.empty()) return 1;
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char32_t letter : a) {  // the longest common subsequence, one row at a time
    std::size_t corner = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = letter == b[j - 1] ? corner + 1 : std::max(row[j], row[j - 1]);
      corner = above;
    }
  }
  return 2.0 * static_cast<double>(row.back()) / static_cast<double>(a.size() + b.size());
}

std::vector<std::string> figures_missing(std::string_view expected, std::string_view read) {
  std::map<std::string, int> there;
  for (const auto& figure : figures_of(read)) ++there[figure];
  std::vector<std::string> missing;
  for (const auto& figure : figures_of(expected))
    if (--there[figure] < 0) missing.push_back(figure);
  return missing;
}

}  // namespace twofold::archive
