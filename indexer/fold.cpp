#include "indexer/fold.h"

#include "indexer/folding/table.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

// The table becomes part of the program as it is: nothing is parsed or loaded before it is looked at.
asm(".section .rodata\n"
    ".balign 16\n"
    "twofold_folding_pages:\n"
    ".incbin \"" TWOFOLD_FOLDING_FILE "\", 0, 8704\n"
    "twofold_folding_values:\n"
    ".incbin \"" TWOFOLD_FOLDING_FILE "\", 8704\n"
    ".previous\n");
extern const std::uint16_t twofold_folding_pages[] asm("twofold_folding_pages");
extern const std::uint32_t twofold_folding_values[] asm("twofold_folding_values");

namespace twofold::indexer {
namespace {

static_assert(folding::kPages * sizeof(std::uint16_t) == 8704, "the values begin behind the page numbers");

constexpr std::size_t kLongestCode = 40;  // how far from a line end a code's digits are looked for

bool is_space(char32_t c) { return c == U' ' || (c >= U'\t' && c <= U'\r'); }
bool is_line_end(char32_t c) { return c == U'\n'; }
bool is_joiner(char32_t c) { return c == U'-' || c == U'.' || c == U'/' || c == U'_'; }

class Folder {
 public:
  explicit Folder(std::string_view original) : original_(original) {
    out_.text.reserve(original.size());
    out_.source.reserve(original.size() + 1);
  }

  Folded run() && {
    const auto* data = reinterpret_cast<const std::uint8_t*>(original_.data());
    const auto length = original_.size();
    for (std::size_t i = 0; i < length;) {
      const auto begin = static_cast<std::uint32_t>(i);
      UChar32 c = data[i];
      if (c < 0x80)
        ++i;
      else
        U8_NEXT(data, i, length, c);
      fold_one(c < 0 ? U' ' : static_cast<char32_t>(c), begin);
    }
    if (in_space_) add(U' ', space_begin_);
    out_.source.push_back(static_cast<std::uint32_t>(length));
    return std::move(out_);
  }

 private:
  void fold_one(char32_t c, std::uint32_t begin) {
    const std::uint32_t value = twofold_folding_values[twofold_folding_pages[c >> 8] * folding::kPageSize + (c & 0xFF)];
    if (value < folding::kSeveral) {
      take(value == 0 ? c : static_cast<char32_t>(value), begin);
    } else if (value == folding::kNothing) {
      if (c == 0xAD) soft_hyphen_at_ = out_.text.size();
    } else {
      const std::uint32_t* sequence = twofold_folding_values + (value & folding::kBeginMask);
      for (std::uint32_t i = 0; i < (value >> folding::kLengthShift & folding::kLengthMask); ++i)
        take(static_cast<char32_t>(sequence[i]), begin);
    }
  }

  void take(char32_t c, std::uint32_t begin) {
    if (is_space(c)) {
      if (!in_space_) {
        in_space_ = true;
        space_begin_ = begin;
        line_ends_ = 0;
      }
      if (is_line_end(c)) ++line_ends_;
      return;
    }
    if (in_space_) {
      in_space_ = false;
      end_space(c, begin);
    }
    add(c, begin);
  }

  void add(char32_t c, std::uint32_t begin) {
    out_.text.push_back(c);
    out_.source.push_back(begin);
  }

  // White space ends before `next`: decides what becomes of it.
  void end_space(char32_t next, std::uint32_t begin) {
    if (!out_.text.empty() && is_han(next) && is_han(out_.text.back())) return;
    if (line_ends_ != 1 || !is_letter_or_digit(next)) return add(U' ', space_begin_);
    const bool soft = soft_hyphen_at_ == out_.text.size() && !out_.text.empty() && is_letter_or_digit(out_.text.back());
    if (soft) return;
    const bool parted = out_.text.size() > 1 && is_hyphen(out_.source.back()) && is_letter_or_digit(out_.text[out_.text.size() - 2]);
    if (!parted) return add(U' ', space_begin_);
    const bool digits_before = code_before(), digits_after = code_after(begin);
    const bool small_after = is_small(original_[begin]), small_before = is_small(original_[out_.source[out_.source.size() - 2]]);
    if (digits_before && !digits_after && small_after) return add(U' ', space_begin_);  // "pages 3-" and a word
    // A code keeps its hyphen, and so does a double name: "Anglo-" and "Saxon".
    if (digits_before || digits_after || (small_before && is_capital(original_[begin]))) return;
    out_.text.pop_back();
    out_.source.pop_back();
  }

  // A dash folds to a hyphen too, but parts no word.
  bool is_hyphen(std::uint32_t at) const {
    const auto rest = original_.substr(at);
    return rest.starts_with('-') || rest.starts_with("\u2010") || rest.starts_with("\u2011");
  }

  bool code_before() const {
    const std::u32string_view text = out_.text;
    for (std::size_t i = text.size(), left = kLongestCode; i-- > 0 && left-- > 0;) {
      if (is_digit(text[i])) return true;
      if (!is_joiner(text[i]) && !is_letter_or_digit(text[i])) return false;
    }
    return false;
  }

  bool code_after(std::uint32_t at) const {
    for (const char byte : original_.substr(at, kLongestCode)) {
      const auto c = static_cast<char32_t>(byte);
      if (is_digit(c)) return true;
      if (!is_joiner(c) && !is_small(byte) && !is_capital(byte)) return false;
    }
    return false;
  }

  static bool is_small(char byte) { return byte >= 'a' && byte <= 'z'; }
  static bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

  std::string_view original_;
  Folded out_;
  bool in_space_ = false;
  std::uint32_t space_begin_ = 0;
  std::uint32_t line_ends_ = 0;
  std::size_t soft_hyphen_at_ = std::string_view::npos;  // a soft hyphen stood before the character at this place
};

}  // namespace

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= U'a' && c <= U'z');
  return !is_han(c) && u_isalnum(static_cast<UChar32>(c)) != 0;
}

Folded fold(std::string_view utf8) { return Folder(utf8).run(); }

}  // namespace twofold::indexer
