#include "base/text.h"

#include <unicode/utf8.h>

namespace twofold {
namespace {

// Calls take(code point) for each sequence; a negative one stands for a broken sequence.
template <class Take>
void each_code_point(std::string_view bytes, Take take) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(data, i, length, c);
    take(c);
  }
}

void append_utf8(std::string& out, char32_t c) {
  std::uint8_t buffer[4];
  std::int32_t length = 0;
  UBool failed = false;
  U8_APPEND(buffer, length, 4, static_cast<UChar32>(c), failed);
  if (!failed) out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  bool sound = true;
  each_code_point(bytes, [&](UChar32 c) { sound = sound && c >= 0; });
  return sound;
}

std::string scrub_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  each_code_point(bytes, [&](UChar32 c) { append_utf8(out, c < 0 ? U'\uFFFD' : static_cast<char32_t>(c)); });
  return out;
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  each_code_point(utf8, [&](UChar32 c) { out += c < 0 ? U'\uFFFD' : static_cast<char32_t>(c); });
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  for (const auto c : code_points) append_utf8(out, c);
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view spaces[] = {" ", "\t", "\r", "\n", "\f", "\v", "\u3000"};
  for (bool again = true; again;) {
    again = false;
    for (const auto space : spaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
    }
  }
  return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

}  // namespace twofold
