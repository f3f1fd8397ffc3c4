#include "archive/forms/code_sheet.h"

namespace twofold::archive {
namespace {

constexpr double kSheetQr = 52, kEdge = 18;

}  // namespace

void draw_code_sheet(Printer& printer, const Wording& words, const std::string& form, const std::string& code, double points,
                     std::vector<FieldRow> rows) {
  printer.begin_page(kA4Short, kA4Long);
  printer.qr(kEdge + 8, kEdge + 8, kSheetQr, code);
  printer.qr(kA4Short - kEdge - 8 - kSheetQr, kA4Long - kEdge - 8 - kSheetQr, kSheetQr, code);
  printer.text(kEdge + kSheetQr + 22, kEdge + 14, 90, words.label(form), {30, Align::Centre, true, Ink::Black, false, Face::Song, 15, 6});
  printer.text(kEdge + kSheetQr + 22, kEdge + 42, 90, words.sentence(Message{form + "_hint", {}}),
               {9.5, Align::Centre, false, Ink::Grey, false, Face::Song, 8});
  FieldGrid grid{.x = kEdge + 8, .y = 102, .width = kA4Short - 2 * (kEdge + 8), .label_width = 36, .points = points};
  grid.rows = std::move(rows);
  draw_fields(printer, grid);
  printer.text(kEdge + 8, kA4Long - kEdge - 20, kA4Short - 2 * kEdge - kSheetQr - 24, code, {8, Align::Left, false, Ink::Black, false, Face::Hei});
}

}  // namespace twofold::archive
