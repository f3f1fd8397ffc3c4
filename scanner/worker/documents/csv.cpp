// Tables of values parted by commas, semicolons or tabs.
#include "base/text.h"
#include "scanner/worker/documents/documents.h"

#include <algorithm>
#include <array>

namespace twofold::scanner {
namespace {

// The one that stands most often on the first line outside of quotes.
char separator_of(std::string_view text) {
  constexpr std::array kSeparators{',', ';', '\t', '|'};
  std::array<int, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : text.substr(0, text.find('\n'))) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < kSeparators.size() && !quoted; ++i) counts.at(i) += c == kSeparators.at(i);
  }
  return kSeparators.at(static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin()));
}

}  // namespace

std::string read_csv(std::string_view text) {
  const char separator = separator_of(text);
  std::string out;
  out.reserve(text.size());
  bool quoted = false, fresh = true;  // fresh: at a cell's first character
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool doubled = quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"';
    if (doubled) {
      out += '"';
      ++i;
    } else if (c == '"' && (quoted || fresh)) {
      quoted = !quoted;
      fresh = false;
    } else if (!quoted && (c == separator || c == '\n')) {
      out += c == '\n' ? '\n' : '\t';
      fresh = true;
    } else {
      out += quoted && (c == '\n' || c == '\t') ? ' ' : c;
      fresh = false;
    }
  }
  return out;
}

}  // namespace twofold::scanner
