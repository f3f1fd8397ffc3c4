#pragma once
// Labels and values in ruled cells, as covers, slips and certificates have them; and the head that such a page begins with.

#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "base/sheet_code.h"

#include <vector>

namespace twofold::archive {

struct Field {
  std::string label, value;
  double share = 1;             // of the row's width
};
struct FieldRow {
  std::vector<Field> fields;
  double least_height = 11;     // millimetres; grows with what is written in it
  Align align = Align::Centre;  // of the values
  bool from_the_top = false;    // else they stand in the middle of their cells
};
struct FieldGrid {
  double x = 25, y = 40, width = 170;
  double label_width = 30;
  double points = 11;           // of the values
  double bottom = kA4Long - 17 - 6; // above the page's number; where it ends at the latest: long values are set smaller
  std::vector<FieldRow> rows;
};
// Returns where it ends.
double draw_fields(Printer& printer, const FieldGrid& grid);

// An upright A4 page with its title, a number below it, and the QR code in the corner. Returns where the content begins.
double begin_form(Printer& printer, const Wording& words, const std::string& title_key, const std::string& number, const SheetCode& code);

}  // namespace twofold::archive
