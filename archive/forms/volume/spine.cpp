#include "archive/forms/volume/spine.h"

#include "archive/forms/values.h"

#include <algorithm>
#include <fmt/format.h>

namespace twofold::archive {
namespace {

constexpr double kSpineMargin = 10, kGap = 6, kLength = kA4Long - 2 * kSpineMargin;
constexpr double kMostSpineQr = 22, kNumber = 15;
constexpr double kLeafMm = 0.1, kCoversMm = 4;

constexpr double millimetres(SpineWidth width) { return 20 + 10 * static_cast<int>(width); }

void draw_cell(Printer& printer, double x, double y, double width, double height, const SpineCell& cell, const Wording& words) {
  constexpr double kLabel = 6;
  printer.text(x, y + 1.2, width, words.label(cell.label_key), {7, Align::Centre, false, Ink::Grey, false, Face::Hei, 5, 0});
  const double below = words.bilingual() ? kLabel + 1.5 : kLabel - 1;
  if (cell.height > 0)
    printer.text_fitted(x + 1, y + below, width - 2, height - below - 1, cell.value, {15, Align::Centre, true}, 7);
  else
    printer.text_vertical(x + 1.5, y + below + 2, width - 3, height - below - 5, cell.value,
                          {26, Align::Centre, true, Ink::Black, false, Face::Song, 0, 1.5}, 8);
}

void draw_spine(Printer& printer, double x, double width, const Spine& spine, const Wording& words) {
  const double qr = std::min(width - 6, kMostSpineQr), code_height = qr + 4 + kNumber;
  double fixed = code_height;
  for (const auto& cell : spine.cells) fixed += cell.height;
  double y = kSpineMargin;
  for (const auto& cell : spine.cells) {
    const double height = cell.height > 0 ? cell.height : kLength - fixed;
    draw_cell(printer, x, y, width, height, cell, words);
    y += height;
    printer.line(x, y, x + width, y, kRule);
  }
  printer.qr(x + (width - qr) / 2, y + 3, qr, spine.code.text());
  printer.text_fitted(x + 1, y + qr + 4, width - 2, kNumber - 1, spine.number, {8, Align::Centre, false, Ink::Black, false, Face::Hei}, 5);
  printer.box(x, kSpineMargin, width, kLength, kFrame);
}

}  // namespace

std::optional<SpineWidth> try_parse_spine_width(std::string_view text) {
  for (const auto width : {SpineWidth::Mm20, SpineWidth::Mm30, SpineWidth::Mm40, SpineWidth::Mm50})
    if (text == std::to_string(static_cast<int>(millimetres(width)))) return width;
  return std::nullopt;
}

SpineWidth spine_width_for(int pages) {
  const double thickness = pages / 2.0 * kLeafMm + kCoversMm;
  for (const auto width : {SpineWidth::Mm20, SpineWidth::Mm30, SpineWidth::Mm40})
    if (thickness <= millimetres(width)) return width;
  return SpineWidth::Mm50;
}

Spine spine_of(const catalog::Volume& volume) {
  const auto& code = volume.code;
  return {{{"form.fonds", code.fonds.text()},
           {"form.year", std::to_string(code.year)},
           {"form.volume_number", fmt::format("{:03}", code.number)},
           {"form.volume_title", volume.title, 0},
           {"form.retention", retention_words(code.retention)}},
          code.text(),
          sheet_code_of(code)};
}

void draw_spines(Printer& printer, const std::vector<Spine>& spines, SpineWidth width, const Wording& words) {
  const double wide = millimetres(width);
  const auto a_page = static_cast<std::size_t>((kA4Short - 2 * kSpineMargin + kGap) / (wide + kGap));
  for (std::size_t i = 0; i < spines.size(); ++i) {
    if (i % a_page == 0) printer.begin_page(kA4Short, kA4Long);
    draw_spine(printer, kSpineMargin + static_cast<double>(i % a_page) * (wide + kGap), wide, spines[i], words);
  }
}

}  // namespace twofold::archive
