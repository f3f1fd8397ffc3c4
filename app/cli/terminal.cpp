#include "app/cli/terminal.h"

#include "base/text.h"

#include <algorithm>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

namespace twofold::app {
namespace {

std::size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const auto kind = u_charType(point);
  if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_CONTROL_CHAR) return 0;
  const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t own = display_width(text);
  return own >= width ? text : text + std::string(width - own, ' ');
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (const char32_t c : to_code_points(utf8)) width += width_of(c);
  return width;
}

std::string without_controls(std::string utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const auto next = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0U;
    if (byte < 0x20 || byte == 0x7F) utf8[i] = ' ';
    else if (byte == 0xC2 && next >= 0x80 && next < 0xA0) utf8[i] = utf8[i + 1] = ' ';  // U+0080 … U+009F
  }
  return utf8;
}

std::string cut_to_width(std::string_view utf8, std::size_t width) {
  if (display_width(utf8) <= width) return std::string(utf8);
  std::u32string kept;
  std::size_t used = 1;  // the ellipsis
  for (const char32_t c : to_code_points(utf8)) {
    used += width_of(c);
    if (used > width) break;
    kept += c;
  }
  return to_utf8(kept) + "…";
}

std::string aligned_table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(heading.size());
  for (std::size_t i = 0; i < heading.size(); ++i) widths[i] = display_width(heading[i]);
  for (const auto& row : rows)
    for (std::size_t i = 0; i < std::min(row.size(), widths.size()); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  std::string out;
  const auto add = [&](const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += i + 1 < row.size() ? padded(row[i], widths[i] + 2) : row[i];
    out += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  };
  add(heading);
  for (const auto& row : rows) add(row);
  return out;
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

}  // namespace twofold::app
