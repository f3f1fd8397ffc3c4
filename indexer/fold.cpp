#include "indexer/fold.h"

#include "base/text.h"

#include <memory>
#include <opencc/opencc.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <unordered_map>

namespace twofold::indexer {
namespace {

// What NFKC leaves or maps otherwise than readers of Chinese take it; seen in text out of PDF files and in old print.
constexpr std::pair<char32_t, char32_t> kVariants[] = {
    {U'⼾', U'户'}, {U'戶', U'户'}, {U'⽬', U'目'}, {U'⺠', U'民'}, {U'⻓', U'长'}, {U'⻔', U'门'}, {U'⻛', U'风'}, {U'⻜', U'飞'},
    {U'⻝', U'食'}, {U'⻢', U'马'}, {U'⻩', U'黄'}, {U'⻋', U'车'}, {U'⻅', U'见'}, {U'⻉', U'贝'}, {U'⻚', U'页'}, {U'⻰', U'龙'},
    {U'⺟', U'母'}, {U'⻘', U'青'}, {U'⻄', U'西'}, {U'⻣', U'骨'}, {U'⻤', U'鬼'}, {U'⻥', U'鱼'}, {U'⻦', U'鸟'}, {U'⻬', U'齐'},
    {U'〇', U'零'}, {U'·', U'.'},  {U'・', U'.'},  {U'•', U'.'},  {U'‧', U'.'},  {U'∙', U'.'},  {U'⋅', U'.'},
    {U'‐', U'-'},  {U'‑', U'-'},  {U'–', U'-'},  {U'—', U'-'},  {U'−', U'-'},
};

char32_t variant_of(char32_t c) {
  for (const auto& [from, to] : kVariants)
    if (from == c) return to;
  return c;
}

class Folder {
 public:
  Folder() : to_simplified_("t2s.json") {}

  const std::u32string& operator()(char32_t c) {
    const auto found = known_.find(c);
    return found != known_.end() ? found->second : known_.emplace(c, compute(c)).first->second;
  }

 private:
  std::u32string compute(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString wide;
    wide.append(static_cast<UChar32>(variant_of(c)));
    auto decomposed = nfkd->normalize(wide, status);
    decomposed.toLower();
    std::u32string out;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
      const UChar32 part = decomposed.char32At(i);
      if (u_charType(part) == U_NON_SPACING_MARK) continue;
      const auto folded = variant_of(static_cast<char32_t>(part));
      out += is_han(folded) ? simplified(folded) : std::u32string(1, folded);
    }
    return out;
  }

  std::u32string simplified(char32_t c) const {
    const std::string converted = to_simplified_.Convert(to_utf8(std::u32string_view(&c, 1)));
    const auto points = to_code_points(converted);
    return points.size() == 1 ? std::u32string(1, variant_of(points[0])) : points;
  }

  opencc::SimpleConverter to_simplified_;
  std::unordered_map<char32_t, std::u32string> known_;
};

Folder& folder() {
  thread_local Folder instance;  // OpenCC's converter and the table are one per thread
  return instance;
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

// Drops white space between Han and makes one space of every other stretch.
Folded without_spaces_between_han(const Folded& raw) {
  Folded out;
  out.text.reserve(raw.text.size());
  out.source.reserve(raw.source.size());
  for (std::size_t i = 0; i < raw.text.size(); ++i) {
    if (is_space(raw.text[i])) {
      std::size_t next = i;
      while (next < raw.text.size() && is_space(raw.text[next])) ++next;
      const bool between_han = !out.text.empty() && next < raw.text.size() && is_han(out.text.back()) && is_han(raw.text[next]);
      if (!between_han) {
        out.text += U' ';
        out.source.push_back(raw.source[i]);
      }
      i = next - 1;
      continue;
    }
    out.text += raw.text[i];
    out.source.push_back(raw.source[i]);
  }
  out.source.push_back(raw.source.back());
  return out;
}

}  // namespace

bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3041 && c <= 0x30FF) || c == 0x3005 || c == 0x3007;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= U'a' && c <= U'z');
  return !is_han(c) && u_isalnum(static_cast<UChar32>(c)) != 0;
}

Folded fold(std::string_view utf8) {
  Folded raw;
  auto& folding = folder();
  const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < length;) {
    const auto begin = static_cast<std::uint32_t>(i);
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    if (c < 0) c = ' ';
    if (c < 0x80) {
      raw.text += static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      raw.source.push_back(begin);
      continue;
    }
    for (const char32_t folded : folding(static_cast<char32_t>(c))) {
      raw.text += folded;
      raw.source.push_back(begin);
    }
  }
  raw.source.push_back(static_cast<std::uint32_t>(utf8.size()));
  return without_spaces_between_han(raw);
}

}  // namespace twofold::indexer
