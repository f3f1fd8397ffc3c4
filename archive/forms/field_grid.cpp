#include "archive/forms/field_grid.h"

#include "archive/forms/table.h"

#include <algorithm>

namespace twofold::archive {
namespace {

constexpr double kFieldPadding = 2, kGridQr = 18, kLeastFieldPoints = 3.5, kFieldStepDown = 0.94;

TextStyle label_style(double points) { return {points * 0.92, Align::Centre, true, Ink::Black, false, Face::Hei, points * 0.66, 0}; }

double height_of(Printer& printer, const FieldGrid& grid, const FieldRow& row, double shares) {
  double height = row.least_height;
  for (const auto& field : row.fields) {
    const double value_width = grid.width * field.share / shares - grid.label_width - 2 * kFieldPadding;
    height = std::max({height, printer.text_height(value_width, field.value, {grid.points}) + 2 * kFieldPadding,
                       printer.text_height(grid.label_width - 2, field.label, label_style(grid.points)) + 2});
  }
  return height;
}

void draw_field(Printer& printer, const FieldGrid& grid, const FieldRow& row, const Field& field, double x, double y, double width,
                double height) {
  printer.text(x + 1, y, grid.label_width - 2, field.label, label_style(grid.points), height);
  const double value_width = width - grid.label_width - 2 * kFieldPadding;
  printer.text(x + grid.label_width + kFieldPadding, y + (row.from_the_top ? 2 * kFieldPadding : 0), value_width, field.value, {grid.points, row.align},
               row.from_the_top ? 0 : height);
  printer.line(x + grid.label_width, y, x + grid.label_width, y + height, kRule);
}

double shares_of(const FieldRow& row) {
  double shares = 0;
  for (const auto& field : row.fields) shares += field.share;
  return shares;
}

// The same in smaller type and lower rows, until it ends where it must.
FieldGrid fitted(Printer& printer, FieldGrid grid) {
  for (;;) {
    double height = 0;
    for (const auto& row : grid.rows) height += height_of(printer, grid, row, shares_of(row));
    if (grid.y + height <= grid.bottom || grid.points <= kLeastFieldPoints) return grid;
    grid.points *= kFieldStepDown;
    for (auto& row : grid.rows) row.least_height *= kFieldStepDown;
  }
}

}  // namespace

double draw_fields(Printer& printer, const FieldGrid& wanted) {
  const FieldGrid grid = fitted(printer, wanted);
  double y = grid.y;
  for (const auto& row : grid.rows) {
    const double shares = shares_of(row), height = height_of(printer, grid, row, shares);
    double x = grid.x;
    for (const auto& field : row.fields) {
      const double width = grid.width * field.share / shares;
      printer.shade(x, y, grid.label_width, height);
      draw_field(printer, grid, row, field, x, y, width, height);
      if (x > grid.x) printer.line(x, y, x, y + height, kRule);
      x += width;
    }
    // Over the shade of this row; that of the next begins below.
    if (&row != &grid.rows.front()) printer.line(grid.x, y, grid.x + grid.width, y, kRule);
    y += height;
  }
  printer.box(grid.x, grid.y, grid.width, y - grid.y, kFrame);
  return y;
}

double begin_form(Printer& printer, const Wording& words, const std::string& title_key, const std::string& number, const SheetCode& code) {
  constexpr SheetMargins margins = margins_of(false);
  printer.begin_page(kA4Short, kA4Long);
  printer.qr(kA4Short - margins.right - kGridQr, margins.top, kGridQr, code.text());
  printer.text(margins.left, margins.top + 1, kTableWidth, words.label(title_key),
               {20, Align::Centre, true, Ink::Black, false, Face::Song, 11, 4});
  const double y = margins.top + (words.bilingual() ? 19 : 15);
  printer.text(margins.left, y, kTableWidth, number, {10.5, Align::Centre, false, Ink::Black, false, Face::Hei});
  return y + 9;
}

}  // namespace twofold::archive
