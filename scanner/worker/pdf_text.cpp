#include "scanner/worker/pdf_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <utility>

namespace twofold::scanner {
namespace {

constexpr std::size_t kLeastLetters = 8;   // fewer are a page number
constexpr std::size_t kBesides = 200;      // letters beside the pictures that make a page one of text
constexpr int kAcross = 40, kDown = 56;    // the grid by which covered places are counted
constexpr double kMostlyPicture = 0.5;

using Cells = std::bitset<static_cast<std::size_t>(kAcross* kDown)>;

int cell(double at, double whole, int cells) {
  return std::clamp(static_cast<int>(at / std::max(1.0, whole) * cells), 0, cells - 1);
}

// The cells of the grid whose middle a picture covers.
Cells covered(const PageExtras& page) {
  Cells cells;
  for (const PlacedPicture& picture : page.pictures) {
    for (int y = 0; y < kDown; ++y) {
      for (int x = 0; x < kAcross; ++x) {
        const double across = (x + 0.5) * page.width / kAcross, down = (y + 0.5) * page.height / kDown;
        const bool inside = across >= picture.left && across <= picture.right && down >= picture.top &&
                            down <= picture.bottom;
        if (inside) cells.set(static_cast<std::size_t>(y * kAcross + x));
      }
    }
  }
  return cells;
}

std::size_t letters_of(const PlacedWord& word) { return to_code_points(word.text).size(); }

bool is_ideograph(char32_t c) { return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || c >= 0x20000; }

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aeiouyAEIOUY").find(c) != std::u32string_view::npos || c > 0xBF;
}

// Whether a token could be a word or a number; what a recogniser makes of a script it does not know mostly is neither.
bool plausible(const std::u32string& token) {
  std::size_t letters = 0, digits = 0, vowels = 0, capitals_inside = 0, ideographs = 0;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char32_t c = token[i];
    const bool upper = c >= 'A' && c <= 'Z', latin = upper || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000);
    letters += latin;
    vowels += latin && is_vowel(c);
    digits += c >= '0' && c <= '9';
    ideographs += is_ideograph(c);
    capitals_inside += upper && i > 0 && token[i - 1] >= 'a' && token[i - 1] <= 'z';
  }
  if (ideographs > 0) return true;
  if ((letters + digits) * 2 < token.size()) return false;
  if (digits > 0) return letters <= digits + 4;
  if (letters == 1) return token == U"a" || token == U"A" || token == U"I";
  return (vowels > 0 || letters <= 3) && capitals_inside < 2;
}

// Less than two thirds of the letters in plausible words.
bool gibberish(const std::string& text) {
  std::size_t good = 0, all = 0;
  std::u32string token;
  for (const char32_t c : to_code_points(text + ' ')) {
    if (c > 0x20 && c != 0xA0 && c != 0x3000) {
      token += c;
      continue;
    }
    all += token.size();
    good += plausible(token) ? token.size() : 0;
    token.clear();
  }
  return good * 3 < all * 2;
}

}  // namespace

bool readable_text(const std::string& text) {
  std::size_t letters = 0, junk = 0;
  for (const char32_t c : to_code_points(text)) {
    if (c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) || (c < 0x20 && c != '\n' && c != '\t' && c != '\f')) ++junk;
    else letters += c > 0x20 && c != 0x3000 && c != 0xA0;
  }
  return letters >= kLeastLetters && junk * 5 < letters;
}

bool is_scan(const PageExtras& page, const std::vector<PlacedWord>& words, const std::string& text) {
  const Cells pictures = covered(page);
  if (static_cast<double>(pictures.count()) < kMostlyPicture * static_cast<double>(pictures.size())) return false;
  constexpr std::size_t kStampLines = 5, kStampLetters = 60;
  constexpr int kMargin = kDown / 8;
  std::size_t besides = 0, letters = 0;
  std::bitset<static_cast<std::size_t>(kDown)> lines;
  bool in_margins = true;
  for (const PlacedWord& word : words) {
    const int x = cell((word.left + word.right) / 2, page.width, kAcross);
    const int y = cell((word.top + word.bottom) / 2, page.height, kDown);
    lines.set(static_cast<std::size_t>(y));
    in_margins = in_margins && (y < kMargin || y >= kDown - kMargin);
    letters += letters_of(word);
    if (!pictures.test(static_cast<std::size_t>(y * kAcross + x))) besides += letters_of(word);
  }
  if (besides >= kBesides) return false;
  const bool stamp = lines.count() <= kStampLines && (in_margins || letters <= kStampLetters);
  return stamp || gibberish(text);
}

bool set_in_lines(const std::vector<PlacedWord>& words) {
  for (const PlacedWord& word : words) {
    const std::u32string letters = to_code_points(word.text);
    double along = word.right - word.left, across = word.bottom - word.top;
    if (word.turns % 2 == 1) std::swap(along, across);
    const bool vertical = letters.size() >= 3 && across > 2 * along;
    const bool leftward = std::ranges::any_of(letters, [](char32_t c) { return c >= 0x590 && c <= 0x8FF; });
    if (vertical || leftward) return false;
  }
  return !words.empty();
}

double share_of(const PageExtras& page, const PlacedPicture& picture) {
  const double across = std::min(picture.right, page.width) - std::max(picture.left, 0.0);
  const double down = std::min(picture.bottom, page.height) - std::max(picture.top, 0.0);
  const double whole = page.width * page.height;
  return whole > 0 ? std::max(0.0, across) * std::max(0.0, down) / whole : 0;
}

std::size_t letters_on(const PlacedPicture& picture, const std::vector<PlacedWord>& words) {
  std::size_t letters = 0;
  for (const PlacedWord& word : words) {
    const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
    if (x > picture.left && x < picture.right && y > picture.top && y < picture.bottom) letters += letters_of(word);
  }
  return letters;
}

std::vector<PlacedPicture> joined(std::vector<PlacedPicture> pictures) {
  constexpr double kTouching = 1;  // points
  constexpr std::size_t kMost = 400;
  if (pictures.size() > kMost) pictures.resize(kMost);
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    for (std::size_t j = i + 1; j < pictures.size();) {
      PlacedPicture& one = pictures[i];
      const PlacedPicture& other = pictures[j];
      const bool apart = other.left > one.right + kTouching || one.left > other.right + kTouching ||
                         other.top > one.bottom + kTouching || one.top > other.bottom + kTouching;
      if (apart) {
        ++j;
        continue;
      }
      one = {std::min(one.left, other.left), std::min(one.top, other.top), std::max(one.right, other.right),
             std::max(one.bottom, other.bottom), 0, 0, one.name + '+' + other.name};
      pictures.erase(pictures.begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;
    }
  }
  return pictures;
}

void add_missing(std::string& text, const std::vector<std::string>& notes) {
  const auto squeezed = [](std::string_view words) {
    std::string made(words);
    std::erase_if(made, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
    return made;
  };
  const std::string known = squeezed(text);
  for (const std::string& note : notes) {
    if (known.find(squeezed(note)) == std::string::npos) text += note + '\n';
  }
}

}  // namespace twofold::scanner
