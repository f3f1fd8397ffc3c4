#pragma once
// A form that is a table: title, number and QR code, the heading repeated on every page, cells wrapped, 第 x 页 共 y 页.

#include "archive/forms/printer.h"
#include "archive/forms/wording.h"
#include "base/sheet_code.h"

#include <vector>

namespace twofold::archive {

struct Column {
  std::string heading;
  double width = 20;             // millimetres; all together as wide as the sheet between its margins
  Align align = Align::Left;
  Face face = Face::Song;
  double points = 0;             // 0: the table's
};

struct TableRow {
  std::vector<std::string> cells;
  bool struck = false;           // destroyed: it stays to be read, with a line through it but for the note at its end
};

struct Table {
  std::string title;
  std::string left_note, right_note;   // above the heading, such as the volume's number
  SheetCode code;                      // of the record that the form is about
  std::vector<Column> columns;
  std::vector<TableRow> rows;
  double points = 9;
  bool landscape = false;
  bool ruled_to_the_end = false;       // empty rows down to the foot, to be written in by hand
  std::string closing_words;           // below the last row, such as who signs; may be empty
};

// The binding edge is left of a portrait sheet and above a landscape one.
struct SheetMargins {
  double left, right, top, bottom;
};
constexpr SheetMargins margins_of(bool landscape) {
  return landscape ? SheetMargins{15, 15, 22, 15} : SheetMargins{25, 15, 17, 17};
}
constexpr double kFootHeight = 6;   // of the page's number, above the lower margin
constexpr double kTableWidth = kA4Short - 40, kWideTableWidth = kA4Long - 30;

// Adds the table's pages to the document.
void draw_table(Printer& printer, const Table& table, const Wording& words);
// The tables of a form behind its first sheet, which is an upright A4 page begun already: all are numbered as one, and
// that sheet gets its number too, so that a page that has come loose is missed.
void draw_annexes(Printer& printer, const std::vector<Table>& annexes, const Wording& words);

}  // namespace twofold::archive
