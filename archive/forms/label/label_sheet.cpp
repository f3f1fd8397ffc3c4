#include "archive/forms/label/label_sheet.h"

#include <algorithm>
#include <optional>

namespace twofold::archive {
namespace {

// Printers place a sheet no better than a millimetre: nothing stands nearer to the edge than this.
constexpr double kLabelPadding = 2, kMostLabelQr = 26, kDetail = 3.4, kLeastNumber = 4;
constexpr std::size_t kMostLines = 4;
// White around a code, as a part of its size: four modules of the longest that a label carries.
constexpr double kQuiet = 4.0 / 33;

// The number in so many lines, parted after its hyphens, none longer than it must be; nothing where it has too few.
std::optional<std::string> in_lines(const std::string& number, std::size_t wanted) {
  for (std::size_t longest = (number.size() + wanted - 1) / wanted; longest <= number.size(); ++longest) {
    std::string text;
    std::size_t lines = 1, line = 0;
    for (std::size_t from = 0; from < number.size();) {
      const std::size_t until = std::min(number.find('-', from), number.size() - 1) + 1;
      if (line > 0 && line + until - from > longest) text += '\n', ++lines, line = 0;
      text.append(number, from, until - from);
      line += until - from;
      from = until;
    }
    if (lines == wanted) return text;
  }
  return std::nullopt;
}

// In the lines in which it can be set largest.
std::string parted(const Printer& printer, const std::string& number, double width, double height,
                   const TextStyle& style) {
  std::string best = number;
  double points = 0;
  for (std::size_t lines = 1; lines <= kMostLines; ++lines) {
    const auto text = in_lines(number, lines);
    const double size = text ? printer.unbroken_points(width, height, *text, style, kLeastNumber) : 0;
    if (size > points) points = size, best = *text;
  }
  return best;
}

void draw_label(Printer& printer, double x, double y, const LabelStock& stock, const Label& label) {
  const double inner = stock.height - 2 * kLabelPadding, qr = std::min({stock.height / (1 + 2 * kQuiet), kMostLabelQr, stock.width * 0.42});
  const double quiet = std::max(kLabelPadding, qr * kQuiet);
  printer.qr(x + quiet, y + (stock.height - qr) / 2, qr, label.code.text());
  const double text_x = x + quiet + qr + quiet, width = stock.width - 2 * quiet - qr - kLabelPadding;
  const TextStyle number{label.title.empty() ? 22.0 : 13.0, Align::Left, true, Ink::Black, false, Face::Hei};
  const double detail = label.detail.empty() ? 0 : kDetail, rest = inner - detail;
  const double number_height = label.title.empty() ? rest : rest * 0.55;
  const std::string lines = parted(printer, label.number, width, number_height, number);
  printer.text_fitted(text_x, y + kLabelPadding, width, number_height, lines, number, kLeastNumber);
  if (!label.title.empty())
    printer.text_fitted(text_x, y + kLabelPadding + number_height, width, rest - number_height, label.title, {9}, 6);
  if (detail > 0) printer.text_fitted(text_x, y + kLabelPadding + rest, width, detail, label.detail, {7, Align::Left, false, Ink::Black, false, Face::Hei}, 4.5);
}

}  // namespace

const LabelStock* find_label_stock(std::string_view key) {
  const auto found = std::ranges::find(kLabelStocks, key, &LabelStock::key);
  return found == std::end(kLabelStocks) ? nullptr : found;
}

void draw_labels(Printer& printer, const LabelStock& stock, const std::vector<Label>& labels, int first) {
  int place = first - 1;
  for (const auto& label : labels) {
    if (place % stock.count() == 0 || printer.pages() == 0) printer.begin_page(stock.page_width, stock.page_height);
    const int on_sheet = place++ % stock.count();
    draw_label(printer, stock.left + (on_sheet % stock.columns) * stock.pitch_x, stock.top + (on_sheet / stock.columns) * stock.pitch_y,
               stock, label);
  }
}

}  // namespace twofold::archive
