#include "scanner/worker/page/page_text.h"

#include "base/text.h"

#include <algorithm>

namespace twofold::scanner {

bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0x33FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::pair<double, double> wide_letters(const Word& word) {
  double wide = 0, all = 0;
  for (const char32_t letter : to_code_points(word.text)) {
    wide += is_wide(letter) ? 1 : 0;
    all += 1;
  }
  return {wide, all};
}

namespace {

// Quotation marks, dashes and dots that both scripts use: they are of the kind of their neighbour.
bool is_shared(char32_t c) { return c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D) || c == 0x00B7; }

}  // namespace

std::string without_spaces_between_wide(const std::string& utf8) {
  if (utf8.find(' ') == std::string::npos) return utf8;
  const std::u32string all = to_code_points(utf8);
  std::u32string kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool between = all[i] == U' ' && i > 0 && i + 1 < all.size() && (is_wide(kept.back()) || is_wide(all[i + 1]));
    if (!between) kept += all[i];
  }
  return to_utf8(kept);
}

void widen_punctuation(std::vector<Word>& words) {
  constexpr std::u32string_view kOpening = U"(", kOthers = U"):;,!?";
  std::u32string before;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::u32string text = to_code_points(words[i].text);
    if (i == 0 || words[i].line != words[i - 1].line) before.clear();
    for (std::size_t k = 0; k < text.size(); ++k) {
      const char32_t previous = k > 0 ? text[k - 1] : before.empty() ? U' ' : before.back();
      const char32_t next = k + 1 < text.size() ? text[k + 1] : U' ';
      const bool opens = kOpening.find(text[k]) != kOpening.npos && (is_wide(previous) || is_wide(next));
      const bool follows = kOthers.find(text[k]) != kOthers.npos && is_wide(previous);
      if (opens || follows) text[k] += 0xFEE0;  // U+0021 … U+007E have their wide twins at U+FF01 …
    }
    words[i].text = to_utf8(text);
    before = text;
  }
}

bool parted(const Word& left, const Word& right) {
  constexpr double kColumnGap = 0.6;  // of the line's height
  const std::u32string before = to_code_points(left.text), after = to_code_points(right.text);
  if (before.empty() || after.empty()) return false;
  const bool wide_before = is_wide(before.back()) || (is_shared(before.back()) && is_wide(after.front()));
  const bool wide_after = is_wide(after.front()) || (is_shared(after.front()) && is_wide(before.back()));
  if (!wide_before && !wide_after) return true;
  if (wide_before && wide_after) return false;
  const int gap = right.box.left - (left.box.left + left.box.width);
  return gap > kColumnGap * std::max(left.box.height, right.box.height);
}

std::string page_text(const std::vector<Word>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i].line != words[i - 1].line) text += '\n';
    else if (i > 0 && parted(words[i - 1], words[i])) text += ' ';
    text += words[i].text;
  }
  if (!text.empty()) text += '\n';
  return text;
}

}  // namespace twofold::scanner
