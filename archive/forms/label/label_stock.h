#pragma once
// The one table of labels that can be bought: sheets of A4 for office printers and rolls for label printers. Millimetres; as the makers
// state them.

#include <span>
#include <string_view>

namespace twofold::archive {

struct LabelStock {
  std::string_view key;                 // what --stock says
  double page_width, page_height;       // of a roll: one label
  int columns, rows;
  double width, height;                 // of a label
  double left, top;                     // margins of the sheet
  double pitch_x, pitch_y;              // from one label to the next

  int count() const { return columns * rows; }
};

inline constexpr LabelStock kLabelStocks[] = {
    {"a4-24", 210, 297, 3, 8, 63.5, 33.9, 7.25, 12.9, 66.0, 33.9},     // as Avery L7159
    {"a4-33", 210, 297, 3, 11, 70.0, 25.4, 0.0, 8.8, 70.0, 25.4},      // as Herma 4455, without gaps
    {"a4-65", 210, 297, 5, 13, 38.1, 21.2, 4.75, 10.7, 40.6, 21.2},    // as Avery L7651
    {"roll-62x29", 62, 29, 1, 1, 62, 29, 0, 0, 62, 29},                // as Brother DK-11209
    {"roll-50x30", 50, 30, 1, 1, 50, 30, 0, 0, 50, 30},                // the usual thermal roll in China
};
const LabelStock* find_label_stock(std::string_view key);

}  // namespace twofold::archive
