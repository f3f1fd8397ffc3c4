#include "app/server/http/accepts.h"

#include "app/server/http/headers.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace twofold::app::http {
namespace {

struct Preference {
  std::string value;
  double quality = 1;
};

std::vector<Preference> preferences(std::string_view header) {
  std::vector<Preference> found;
  for (const auto& piece : split(header, ',')) {
    const auto semicolon = std::min(piece.find(';'), piece.size());
    Preference preference{std::string(trim(std::string_view(piece).substr(0, semicolon)))};
    const auto quality = piece.find("q=", semicolon);
    if (quality != std::string::npos)
      std::from_chars(piece.data() + quality + 2, piece.data() + piece.size(), preference.quality);
    found.push_back(std::move(preference));
  }
  return found;
}

}  // namespace

Language preferred_language(std::string_view accept_language) {
  double chinese = 0, english = 0;
  for (const auto& [value, quality] : preferences(accept_language)) {
    const auto tongue = std::string_view(value).substr(0, 2);
    if (same_word(tongue, "zh")) chinese = std::max(chinese, quality);
    if (same_word(tongue, "en")) english = std::max(english, quality);
  }
  return chinese > english ? Language::Chinese : Language::English;
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
  return std::ranges::any_of(preferences(accept_encoding), [&](const auto& preference) {
    return same_word(preference.value, coding) && preference.quality > 0;
  });
}

std::string_view language_in(std::string_view broken_head) {
  static constexpr std::string_view kName = "accept-language:";
  while (!broken_head.empty()) {
    const auto line = broken_head.substr(0, broken_head.find('\n'));
    if (line.size() > kName.size() && same_word(line.substr(0, kName.size()), kName)) return line.substr(kName.size());
    broken_head.remove_prefix(std::min(line.size() + 1, broken_head.size()));
  }
  return {};
}

}  // namespace twofold::app::http
