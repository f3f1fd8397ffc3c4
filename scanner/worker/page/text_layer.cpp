#include "scanner/worker/page/text_layer.h"

#include "base/text.h"
#include "scanner/worker/page/glyphless_font.h"
#include "scanner/worker/page/page_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr unsigned kSpace = 0x20;
constexpr double kThinnest = 0.1;  // points

struct Line {
  std::size_t first = 0, last = 0;  // words [first, last)
  double top = 0, bottom = 0;       // pixels
};

std::vector<Line> lines_of(const std::vector<Word>& words) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double top = words[i].box.top, bottom = words[i].box.top + words[i].box.height;
    if (lines.empty() || words[i].line != words[i - 1].line) lines.push_back({i, i, top, bottom});
    lines.back().last = i + 1;
    lines.back().top = std::min(lines.back().top, top);
    lines.back().bottom = std::max(lines.back().bottom, bottom);
  }
  return lines;
}

bool is_text(char32_t c) {
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  return c >= kSpace && c != 0x7F && c != 0xFEFF && !surrogate && (c & 0xFFFEU) != 0xFFFE;
}

class Writer {
 public:
  Writer(const Page& page, double scale) : page_(page), scale_(scale) {}

  TextLayer write() {
    for (const Line& line : lines_of(page_.words)) write_line(line);
    if (!layer_.operators.empty()) layer_.operators = "BT 3 Tr\n" + layer_.operators + "ET\n";
    return std::move(layer_);
  }

 private:
  // Where a space belongs one is written, stretched over the gap. Words that join leave no gap: readers would put a
  // space there.
  void write_line(const Line& line) {
    size_ = std::max(1.0, (line.bottom - line.top) * scale_);
    base_ = (page_.height - line.bottom) * scale_;
    layer_.operators += fmt::format("/F1 {:.2f} Tf\n", size_);
    for (std::size_t i = line.first; i < line.last; ++i) {
      const Word& word = page_.words[i];
      const double left = word.box.left * scale_, own_right = left + word.box.width * scale_;
      const bool last = i + 1 == line.last || page_.words[i + 1].box.left * scale_ <= left;
      const double next = last ? own_right : page_.words[i + 1].box.left * scale_;
      const bool space = !last && parted(word, page_.words[i + 1]);
      const double right = space ? std::min(own_right, next - 0.5) : next;
      show(codes(word.text), left, right);
      if (space) show(fmt::format("{:04X}", kSpace), right, next);
    }
  }

  // `hex` stretched from `left` to `right`, in points.
  void show(const std::string& hex, double left, double right) {
    if (hex.empty()) return;
    const double cells = static_cast<double>(hex.size()) / 4;
    const double stretch = 100 * std::max(right - left, kThinnest) / (cells * kGlyphWidth * size_);
    layer_.operators += fmt::format("{:.2f} Tz 1 0 0 1 {:.2f} {:.2f} Tm <{}> Tj\n", stretch, left, base_, hex);
  }

  std::string codes(const std::string& utf8) {
    std::string hex;
    for (const char32_t c : to_code_points(utf8)) {
      if (is_text(c)) hex += fmt::format("{:04X}", c < 0x10000 ? static_cast<unsigned>(c) : rare_code(c));
    }
    return hex;
  }

  unsigned rare_code(char32_t c) {
    std::size_t place = layer_.rare.find(c);
    if (place == layer_.rare.npos) {
      if (layer_.rare.size() == kMostRareCodes) return 0xFFFD;
      place = layer_.rare.size();
      layer_.rare += c;
    }
    return kFirstRareCode + static_cast<unsigned>(place);
  }

  const Page& page_;
  const double scale_;
  double size_ = 1, base_ = 0;  // of the line, points
  TextLayer layer_;
};

}  // namespace

TextLayer text_layer(const Page& page, double scale) { return Writer(page, scale).write(); }

}  // namespace twofold::scanner
